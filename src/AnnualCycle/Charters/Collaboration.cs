using AnnualCycle.Calendars.Holidays;
using NodaTime;

namespace AnnualCycle.Charters;

/// <summary>A collaboration (samverkan) with its charter, its groups and what binds them together.</summary>
public sealed record Collaboration
{
    /// <summary>The charter file's name without ending; the first part of every group id.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>True when anybody may subscribe to the groups' feeds.</summary>
    public bool Public { get; init; } = true;

    /// <summary>The municipalities of the area; their school breaks count.</summary>
    public IReadOnlyList<string> Municipalities { get; init; } = [];

    /// <summary>
    /// True when two meetings of one person on a day should be avoided; otherwise the same day is as good as another.
    /// </summary>
    public bool SameDayAvoided { get; init; }

    /// <summary>How its members are invited to adopted meetings.</summary>
    public InvitationForm Invitations { get; init; } = InvitationForm.Default;

    /// <summary>The staffing day that its members confirm; null when they are asked about none.</summary>
    public StaffingRule? Staffing { get; init; }

    /// <summary>The file that it was read from, as the user named it.</summary>
    public string File { get; init; } = "";

    public required CharterDocument Charter { get; init; }

    /// <summary>Every body that the charter names, expanded: one entry for each municipality and theme.</summary>
    public IReadOnlyList<Group> Groups { get; init; } = [];

    public IReadOnlyList<JointMeeting> Joint { get; init; } = [];

    public IReadOnlyList<Agreement> Agreements { get; init; } = [];

    /// <summary>The day by which next year's meetings are to be settled; null for none.</summary>
    public AnnualDate? Booking { get; init; } = MeetingWork.UsualBooking;

    public IReadOnlyList<CharterQuestion> Questions { get; init; } = [];
}

/// <summary>How a collaboration invites.</summary>
/// <param name="ShowsAddresses">True when the invited see each other's addresses; else each sees only their own.</param>
/// <param name="AdoptedByMail">
/// True when an adopted year goes out as one invite for each meeting; else as one mail with the calendar to subscribe to,
/// and invites tell later changes alone.
/// </param>
public sealed record InvitationForm(bool ShowsAddresses, bool AdoptedByMail)
{
    /// <summary>Where the charter file says nothing else.</summary>
    public static InvitationForm Default { get; } = new(ShowsAddresses: false, AdoptedByMail: true);
}

/// <summary>The charter as a document: when it was approved, from when it holds and when it is to be revised.</summary>
public sealed record CharterDocument(string Name)
{
    /// <summary>Days on which it was approved or revised, the first one first.</summary>
    public IReadOnlyList<LocalDate> Approved { get; init; } = [];

    public LocalDate? ValidFrom { get; init; }

    public string? ApprovedBy { get; init; }

    public string? Owner { get; init; }

    /// <summary>The charter's own next revision, and the end of plans it rests on.</summary>
    public IReadOnlyList<RevisionDay> Revisions { get; init; } = [];
}

/// <summary>A day on which the charter, or a plan it rests on, is to be revised or ceases to hold.</summary>
public sealed record RevisionDay(string Id, string Title, LocalDate Date, RuleSource Source);

/// <summary>An agreement between the parties: its first term, the time of notice and how it is prolonged.</summary>
/// <param name="NoticeMonths">Months before the term's end by which notice must be given.</param>
/// <param name="RenewalYears">
/// Years that the agreement is prolonged by when nobody gave notice; null when it ends.
/// </param>
public sealed record Agreement(
    string Id, DateInterval FirstTerm, int? NoticeMonths, RuleSource? Notice, int? RenewalYears, RuleSource? Renewal)
{
    /// <summary>Last day up to which the parties have said that it is prolonged; null when nobody has said so.</summary>
    public LocalDate? RenewedTo { get; init; }
}

/// <summary>What the charter leaves open, put to the process leader.</summary>
/// <param name="Group">Id of the group it concerns, or null for the whole collaboration.</param>
/// <param name="Suggestion">What many do, marked as a suggestion; never planned by itself.</param>
public sealed record CharterQuestion(string? Group, string Text, int? Line = null, string? Suggestion = null);
