// Long because a plan is one shape that is read as a whole: what a year consists of.
using NodaTime;

namespace AnnualCycle.Plans;

/// <summary>A planned year: the meetings, deadlines and open questions of every group.</summary>
public sealed record Plan(
    int Year,
    PlanScore Score,
    IReadOnlyList<PlannedCollaboration> Collaborations,
    IReadOnlyList<PlannedGroup> Groups,
    IReadOnlyList<PlannedMeeting> Meetings,
    IReadOnlyList<PlannedDeadline> Deadlines,
    IReadOnlyList<OpenQuestion> Questions)
{
    /// <summary>All planned times are local times here.</summary>
    public const string TimeZone = "Europe/Stockholm";

    /// <summary>
    /// What the year's groups should have held before planning began: counted for the rules, never written as events.
    /// </summary>
    public IReadOnlyList<PlannedMeeting> AssumedHeld { get; init; } = [];

    /// <summary>First day that was planned; what is counted as held lies before it. Null for a whole year.</summary>
    public LocalDate? From { get; init; }

    /// <summary>
    /// Ids that earlier versions of the plan had and this one has not; their ordinals are never given again.
    /// </summary>
    public IReadOnlyList<string> Retired { get; init; } = [];

    /// <summary>One collaboration's part; what it shares with others it keeps.</summary>
    public Plan Slice(string collaboration) => PlanSlices.Slice(this, collaboration);

    /// <summary>The plan of the whole network from its collaborations' parts, as if never apart.</summary>
    /// <exception cref="ArgumentException">There is none, or they are of different years.</exception>
    public static Plan Merge(IReadOnlyList<Plan> slices) => PlanSlices.Merge(slices);

    /// <summary>The principal that chairs a meeting; null where nobody has said.</summary>
    public ChairTerm? ChairOf(PlannedMeeting meeting) =>
        Groups.FirstOrDefault(group => group.Id == meeting.Groups[0])?.ChairOn(meeting.Date);

    /// <summary>
    /// True when a sentence has fewer or more than it demands, a meeting has no date, or a hard rule is broken.
    /// </summary>
    public bool IsShort => Score.Hard > 0 || Score.Unplaced > 0 || Groups.SelectMany(group => group.Rules)
        .Any(rule => rule.Status is RuleStatus.Short or RuleStatus.Over);
}

/// <summary>How good the plan is; compared in this order.</summary>
/// <param name="Hard">Broken rules that may never be broken.</param>
/// <param name="Unplaced">Demanded meetings without a date.</param>
/// <param name="Soft">Points; 0 is a plan without a drawback.</param>
/// <param name="LowerBound">Points that no plan can go below; null when not computed.</param>
/// <param name="Gap">At most so many points from the best plan; 0 is proof.</param>
public sealed record PlanScore(int Hard, int Unplaced, int Soft, int? LowerBound, int? Gap);

/// <summary>A collaboration in the plan.</summary>
/// <param name="Id">First part of its groups' ids.</param>
public sealed record PlannedCollaboration(string Id, string Name, bool Public);

/// <summary>A group in the plan, with what became of each of its charter's sentences.</summary>
/// <param name="Collaboration">Id of the collaboration.</param>
/// <param name="Usual">The weekday and time of the year's meetings, "tisdagar 09:00"; null without meetings.</param>
public sealed record PlannedGroup(
    string Id, string Name, string Collaboration, string? Municipality, string? Usual, IReadOnlyList<RuleOutcome> Rules)
{
    /// <summary>False for a body that this charter names and another governs: it has no feed here.</summary>
    public bool HasFeed { get; init; } = true;

    /// <summary>Which principal chairs it from which day on, as far as that is known; the earliest first.</summary>
    public IReadOnlyList<ChairTerm> Chairs { get; init; } = [];

    /// <summary>The principal that chairs it on a day; null where nobody has said.</summary>
    public ChairTerm? ChairOn(LocalDate day) => Chairs.LastOrDefault(term => term.From <= day);

    /// <summary>Ids of its seats, those it shares with other groups among them.</summary>
    public IReadOnlyList<string> Seats { get; init; } = [];
}

/// <summary>A principal (huvudman) chairs a group from a day on.</summary>
/// <param name="Vice">The principal of the vice chair; null where there are others than two.</param>
public sealed record ChairTerm(LocalDate From, string Principal, string? Vice);

/// <summary>Whether a sentence of the charter is kept.</summary>
public enum RuleStatus
{
    Fulfilled,

    /// <summary>Fewer than demanded.</summary>
    Short,

    /// <summary>More than the charter's ceiling.</summary>
    Over,

    /// <summary>Cannot be told: the charter leaves something open.</summary>
    Open,
}

/// <summary>What a sentence is about.</summary>
public enum RuleKind
{
    Meetings, Joint, Preparation, Report, Task, Chair, Agreement, Revision, Holidays,
}

/// <summary>One sentence of the charter held against the plan.</summary>
/// <param name="Min">Fewest in the year; null when the charter gives no number.</param>
/// <param name="Max">Most in the year; null without a ceiling.</param>
/// <param name="Note">Why it is short or open, or what more to know; null when the numbers say all.</param>
public sealed record RuleOutcome(
    string Id, RuleKind Kind, string Phrase, string Document, int? Line, int? Min, int? Max,
    int Planned, RuleStatus Status,
    string? Note)
{
    /// <summary>
    /// Whether a meeting is held because of this sentence; the one about storhelger has a rule for each of them.
    /// </summary>
    public bool Demands(PlannedMeeting meeting) => meeting.Rule == Id
        || (Kind == RuleKind.Holidays && meeting.Rule.StartsWith($"{Id[..^2]}-", StringComparison.Ordinal));
}

/// <summary>Where a meeting stands in its life.</summary>
public enum MeetingStatus
{
    Draft, Proposed, Adopted, Cancelled,
}

/// <summary>A meeting with a date.</summary>
/// <param name="Id"><c>{rule}/{year}-{ordinal}</c>; stable while the plan is made anew.</param>
/// <param name="Uid">Made once from what the meeting is, never from its date.</param>
/// <param name="Groups">Full ids of the owners; more than one for a joint meeting.</param>
/// <param name="Rule">Full id of the rule that demands it.</param>
public sealed record PlannedMeeting(
    string Id, string Uid, IReadOnlyList<string> Groups, LocalDate Date, LocalTime Start, LocalTime End, string Title,
    string Rule, MeetingStatus Status)
{
    public required MeetingKind Kind { get; init; }

    /// <summary>True when a person has fixed it: planning again never moves it.</summary>
    public bool Locked { get; init; }

    /// <summary>The day on which it was cancelled; null while it is to be held.</summary>
    public LocalDate? CancelledOn { get; init; }

    public string? CancelReason { get; init; }

    public bool IsCancelled => Status == MeetingStatus.Cancelled;

    /// <summary>Why this slot, the weightiest reason first.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    public IReadOnlyList<AlternativeSlot> Alternatives { get; init; } = [];

    /// <summary>What the meeting is for, in our own words.</summary>
    public string? Purpose { get; init; }

    /// <summary>Standing agenda points.</summary>
    public IReadOnlyList<string> Agenda { get; init; } = [];

    /// <summary>What is to be done around the meeting: "minnesanteckningar publiceras (kommunikatören)".</summary>
    public IReadOnlyList<string> Tasks { get; init; } = [];

    public string? Place { get; init; }

    /// <summary>The room at the place.</summary>
    public string? Room { get; init; }

    /// <summary>Where those who are elsewhere join; for the invited, not for everybody.</summary>
    public string? Video { get; init; }

    /// <summary>True when a person has chosen where this one is held, whatever its group's meetings use to be.</summary>
    public bool HasOwnPlace { get; init; }

    public MeetingPlace Where => new(Place, Room, Video);

    /// <summary>The same meeting at a place that a person chose.</summary>
    public PlannedMeeting At(MeetingPlace place) => this with
    {
        Place = place.Place, Room = place.Room, Video = place.Video, HasOwnPlace = true,
    };

    /// <summary>
    /// The charter's words with document and line, "”Början av februari”, Uppdragsbeskrivning …, rad 70".
    /// </summary>
    public string? Sentence { get; init; }
}

/// <summary>What a meeting is to those who see it drawn or listed.</summary>
public enum MeetingKind
{
    Ordinary, Joint, Preparatory, Given,
}

/// <summary>One reason for a slot: a term of the score, its points, and the same in words.</summary>
public sealed record Reason(string Term, int Cost, string Text);

/// <summary>Another slot and what it would cost.</summary>
/// <param name="Cost">Points more than the chosen slot.</param>
public sealed record AlternativeSlot(LocalDate Date, LocalTime Start, int Cost, string Text);

/// <summary>Something that is due: a report, a notice, a revision, work around a meeting.</summary>
/// <param name="Group">Full id of the group that owes it, or the collaboration's id.</param>
/// <param name="Due">Null when the charter gives no day and nobody has decided one.</param>
/// <param name="Reminders">Days on which its owner is reminded, none of them a closed day.</param>
public sealed record PlannedDeadline(
    string Id, string Uid, string Group, string Title, LocalDate? Due, string Rule, IReadOnlyList<LocalDate> Reminders)
{
    public DeadlineKind Kind { get; init; }

    /// <summary>First day that it covers; null for what covers no period.</summary>
    public LocalDate? CoversFrom { get; init; }

    public LocalDate? CoversTo { get; init; }

    /// <summary>The closing day ("per den 31 augusti"), which is another than the day it is due.</summary>
    public LocalDate? Closes { get; init; }

    /// <summary>The day after which it is of no use any more; null for what is to be done however late.</summary>
    public LocalDate? UsefulUntil { get; init; }

    /// <summary>Full id of the rule whose report it is written into; null for none.</summary>
    public string? Feeds { get; init; }

    /// <summary>Who owes it and to whom; null where the charter does not say.</summary>
    public string? From { get; init; }

    public string? To { get; init; }

    /// <summary>What it rests on: "om avtalet förlängts", "försenad"; null when nothing is uncertain.</summary>
    public string? Condition { get; init; }

    /// <summary>Id of the meeting that it is work around; null for what has a day of its own.</summary>
    public string? Meeting { get; init; }

    public string? Sentence { get; init; }
}

/// <summary>What it is that is due.</summary>
public enum DeadlineKind
{
    Report, Task,

    /// <summary>The chair passes on.</summary>
    Handover,

    /// <summary>The last day to give notice on an agreement.</summary>
    Notice,

    /// <summary>A term of an agreement ends.</summary>
    TermEnd,

    /// <summary>A charter, or what it rests on, is to be revised.</summary>
    Revision,

    /// <summary>What a meeting is to take up has come in.</summary>
    Papers,

    /// <summary>The call and the agenda of a meeting are out.</summary>
    Call,

    /// <summary>A meeting's notes are published.</summary>
    Notes,

    /// <summary>Next year's meetings are settled.</summary>
    Booking,
}

/// <summary>A question that the charter leaves open, with a suggestion marked as one.</summary>
/// <param name="Group">Full id of the group, or the collaboration's id.</param>
/// <param name="Line">Line in the charter; null when the question comes from the calendar.</param>
public sealed record OpenQuestion(string Group, int? Line, string Text, string? Suggestion);
