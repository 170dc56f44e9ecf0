using NodaTime;

namespace AnnualCycle.Phrases;

/// <summary>Early is day 1 to 10, mid day 11 to 20, late day 21 to the month's end.</summary>
public enum PartOfMonth { Early, Mid, Late, Whole }

/// <summary>Calendar seasons and school terms, as charters use them.</summary>
public enum Season { Spring, Summer, Autumn, Winter, SpringTerm, AutumnTerm }

/// <summary>How a distance to a meeting or an event binds.</summary>
public enum Bound { Latest, At, About, Before, Between, SameWeek }

/// <summary>What a distance to a meeting or an event is counted in.</summary>
public enum DistanceUnit { Days, Workdays, Weeks, Months, Years, Monday, Tuesday, Wednesday, Thursday, Friday }

/// <summary>A number of units, as in "sex månader" or "två år".</summary>
public sealed record Duration(int N, DurationUnit Unit);

/// <summary>The units of a <see cref="Duration"/>.</summary>
public enum DurationUnit { Days, Weeks, Months, Years }

/// <summary>The time that a phrase names: a part of a month, weeks, a deadline, a distance to a meeting.</summary>
public abstract record PhraseWindow
{
    /// <summary>"början av februari", "i september 2024".</summary>
    public sealed record InMonth(int Month, PartOfMonth Part, int? Year = null) : PhraseWindow;

    /// <summary>"februari–maj", "i februari/mars": any of these months.</summary>
    public sealed record InMonths(IReadOnlyList<int> Months) : PhraseWindow;

    /// <summary>
    /// "på våren", "under höstterminen"; <paramref name="Count"/> when the phrase says how many fall there.
    /// </summary>
    public sealed record InSeason(Season Season, int? Count = null) : PhraseWindow;

    /// <summary>"v. 28–31": every week from the first to the last.</summary>
    public sealed record WeekSpan(int First, int Last) : PhraseWindow;

    /// <summary>"v. 6, v. 14 och v. 22": one occurrence in each ISO week.</summary>
    public sealed record WeekList(IReadOnlyList<int> Weeks) : PhraseWindow;

    /// <summary>
    /// "andra tisdagen i mars"; a negative ordinal counts from the end; without a month, in every month.
    /// </summary>
    public sealed record NthWeekday(IsoDayOfWeek Weekday, IReadOnlyList<int> Ordinals, int? Month = null)
        : PhraseWindow;

    /// <summary>One day of one year.</summary>
    public sealed record OnDate(LocalDate Date) : PhraseWindow;

    /// <summary>From a day to a day; an open end is null.</summary>
    public sealed record FromTo(LocalDate? From, LocalDate? To) : PhraseWindow;

    /// <summary>
    /// "senast den 15 april"; <paramref name="YearOffset"/> -1 or 1 when the day lies in the year before or after.
    /// </summary>
    public sealed record Deadline(int Month, int Day, int YearOffset = 0, bool EndOfMonth = false) : PhraseWindow;

    /// <summary>
    /// "per den 31 augusti": closing days of the reporting period, not the days on which the report is due.
    /// </summary>
    public sealed record PeriodEnd(IReadOnlyList<AnnualDate> Days) : PhraseWindow;

    /// <summary>"efter april och augusti månads utgång".</summary>
    public sealed record AfterMonthEnd(IReadOnlyList<int> Months) : PhraseWindow;

    /// <summary>"senast 14 dagar före mötet": negative numbers lie before the anchor. <paramref name="From"/> equals
    /// <paramref name="To"/> but for <see cref="Bound.Between"/>; both null when no number is said.</summary>
    public sealed record Relative(int? From, int? To, DistanceUnit? Unit, string Anchor, Bound Bound) : PhraseWindow;

    /// <summary>An agreement's length, time of notice and option to prolong, besides its days.</summary>
    public sealed record AgreementTerm(Duration? Term, Duration? Notice, Duration? Option, LocalDate? From = null,
        LocalDate? To = null) : PhraseWindow;

    /// <summary>"under den första halvan av varje mandatperiod".</summary>
    public sealed record PartOf(string Whole, string Part) : PhraseWindow;
}
