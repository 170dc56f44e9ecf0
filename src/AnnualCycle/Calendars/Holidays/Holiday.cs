namespace AnnualCycle.Calendars.Holidays;

/// <summary>
/// A storhelg: days off in a row, or the weeks of summer, that those who care for the same people plan for together.
/// </summary>
public enum Holiday
{
    Easter,

    /// <summary>Valborg and the first of May.</summary>
    Walpurgis,

    Ascension,

    /// <summary>Pingst and nationaldagen, which some years lie weeks apart.</summary>
    Whitsun,

    Midsummer,

    Summer,

    AllSaints,

    /// <summary>Christmas, New Year and Epiphany: of the year of its julafton, and into the next January.</summary>
    Christmas,
}
