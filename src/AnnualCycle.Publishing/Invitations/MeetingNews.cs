using AnnualCycle.Plans;
using AnnualCycle.Storage.Invitations;
using NodaTime;

namespace AnnualCycle.Publishing.Invitations;

/// <summary>What somebody is told of a meeting.</summary>
public enum NewsKind
{
    /// <summary>Come to this.</summary>
    New,

    /// <summary>Another day or time.</summary>
    Moved,

    /// <summary>The same time at another place.</summary>
    NewPlace,

    /// <summary>Title, purpose, agenda or the like says something else; what they answered stands.</summary>
    Reworded,

    Cancelled,

    /// <summary>The meeting is held without them: they are asked no longer.</summary>
    NoLongerAsked,

    /// <summary>The invite comes from Outlook from now on; the one that came by mail is taken back.</summary>
    ByOutlook,
}

/// <summary>How they are told.</summary>
public enum NewsWay
{
    /// <summary>In a mail that their calendar understands.</summary>
    Invite,

    /// <summary>In words alone: they hold no invite.</summary>
    Words,

    /// <summary>In one letter with all meetings of the year.</summary>
    Year,
}

/// <summary>When a meeting is, as somebody was told.</summary>
public sealed record ToldTime(LocalDate Date, LocalTime Start, LocalTime End)
{
    public static ToldTime Of(PlannedMeeting meeting) => new(meeting.Date, meeting.Start, meeting.End);

    public bool IsOver(LocalDateTime now) => Date + End <= now;
}

/// <summary>One thing to tell one person about one meeting.</summary>
/// <param name="Before">When it was to be as they were told last; null for something new.</param>
public sealed record MeetingNews(NewsKind Kind, Invitee To, PlannedMeeting Meeting, ToldTime? Before)
{
    /// <summary>What they have been told from now on; null when they hold no invite.</summary>
    public Invitation? Invitation { get; init; }

    /// <summary>What the meeting is called among those of many collaborations: "SIMBA Ledningsgrupp".</summary>
    public string Title { get; init; } = Meeting.Title;

    /// <summary>The principal that chairs it; null where nobody has said.</summary>
    public string? Chair { get; init; }

    public NewsWay Way { get; init; } = NewsWay.Invite;

    /// <summary>True when it leaves their calendar.</summary>
    public bool IsTakenBack => Kind is NewsKind.Cancelled or NewsKind.NoLongerAsked or NewsKind.ByOutlook;

    /// <summary>When it is, or was to be.</summary>
    public ToldTime Time => ToldTime.Of(Meeting);
}
