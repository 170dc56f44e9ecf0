using NodaTime;

namespace AnnualCycle.Charters;

/// <summary>Who decides a group's dates.</summary>
public enum DatesFrom
{
    /// <summary>The planner proposes them from the charter's rules.</summary>
    Rules,

    /// <summary>Decided elsewhere, as for political bodies: read from a file, never planned.</summary>
    Given,

    /// <summary>The body is named in the charter but governed by another document: it is never planned here.</summary>
    Elsewhere,
}

/// <summary>A group (samverkansgrupp): a body that the charter gives seats, meetings and duties.</summary>
public sealed record Group
{
    /// <summary><c>{collaboration}/{group}</c>, lower case, å and ä as a, ö as o.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Other names under which calendars list the group.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Ids of the groups that it works on behalf of.</summary>
    public IReadOnlyList<string> Parents { get; init; } = [];

    /// <summary>The municipality of a local group; null for a group of the whole area.</summary>
    public string? Municipality { get; init; }

    /// <summary>Municipalities whose school breaks count: its own, or the whole area's.</summary>
    public IReadOnlyList<string> SchoolBreaksOf { get; init; } = [];

    /// <summary>Line in the charter where the body is named.</summary>
    public int? Line { get; init; }

    /// <summary>True when its members are elected representatives, who change with the mandate.</summary>
    public bool Political { get; init; }

    public DatesFrom Dates { get; init; }

    public MeetingForm Form { get; init; } = MeetingForm.Default;

    public IReadOnlyList<Seat> Seats { get; init; } = [];

    public Substitutes? Substitutes { get; init; }

    public IReadOnlyList<MeetingRule> Meetings { get; init; } = [];

    public IReadOnlyList<Preparation> Prepares { get; init; } = [];

    public IReadOnlyList<Duty> Reports { get; init; } = [];

    public IReadOnlyList<Duty> Tasks { get; init; } = [];

    /// <summary>The days of the work around each meeting.</summary>
    public MeetingWork Work { get; init; } = MeetingWork.Default;

    public ChairPeriod? Chair { get; init; }

    /// <summary>What it does about storhelger; null when its charter says nothing.</summary>
    public HolidayCoordination? HolidayCoordination { get; init; }

    /// <summary>Who calls the group to its meetings, with the sentence that says so.</summary>
    public Office? Convener { get; init; }

    public Office? Secretary { get; init; }

    /// <summary>Standing points of every meeting's agenda.</summary>
    public IReadOnlyList<AgendaPoint> Agenda { get; init; } = [];

    /// <summary>Sentences that bind the group without giving a time: what it hands over, decides or co-plans.</summary>
    public IReadOnlyList<Provision> Provisions { get; init; } = [];
}

/// <summary>
/// How a group meets: length, start times to choose from, weekdays and the usual day when there is one.
/// </summary>
public sealed record MeetingForm(
    int Minutes, IReadOnlyList<LocalTime> Starts, IReadOnlyList<IsoDayOfWeek> Weekdays, IsoDayOfWeek? UsualWeekday,
    LocalTime? UsualStart, string? Place)
{
    /// <summary>The room at the place; null when none is named.</summary>
    public string? Room { get; init; }

    /// <summary>Where those who are elsewhere join, an https address; null for none.</summary>
    public string? Video { get; init; }

    /// <summary>Whether a text can be a link to a video meeting: an https address without spaces.</summary>
    public static bool IsVideo(string text) => text.Length <= 2000 && !text.Any(char.IsWhiteSpace)
        && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;

    /// <summary>
    /// Ninety minutes, morning or afternoon, any weekday: what most bodies do where their charter is silent.
    /// </summary>
    public static MeetingForm Default { get; } =
        new(90, [new LocalTime(9, 0), new LocalTime(13, 0)], [], UsualWeekday: null, UsualStart: null, Place: null);
}

/// <summary>A role with a duty towards the group: convener, secretary.</summary>
public sealed record Office(string Holder, RuleSource? Source);

/// <summary>A standing agenda point.</summary>
public sealed record AgendaPoint(string Text, int? Line);

/// <summary>Whether members may send someone else, and the sentence that says so.</summary>
public sealed record Substitutes(bool Allowed, RuleSource Source);

/// <summary>A sentence of the charter that a calendar cannot keep but a reader should see.</summary>
/// <param name="About">
/// What it is about: <c>handover</c>, <c>holidays</c>, <c>attendance</c>, <c>decision</c>, <c>booking</c>,
/// <c>dialogue</c>.
/// </param>
/// <param name="With">The body on the other side, as a group id or in words; null when there is none.</param>
public sealed record Provision(string About, string Text, string? With, RuleSource Source);
