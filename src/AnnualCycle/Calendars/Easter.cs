using NodaTime;

namespace AnnualCycle.Calendars;

/// <summary>Easter, which a third of the red days follow.</summary>
public static class Easter
{
    /// <summary>Easter Sunday in the Gregorian calendar.</summary>
    /// <remarks>The anonymous computus of 1876 (Meeus, Astronomical Algorithms, chapter 8), in words.</remarks>
    public static LocalDate Sunday(int year)
    {
        var golden = year % 19;
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var (leapCenturies, centuryRest) = Math.DivRem(century, 4);
        var moonCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - leapCenturies - moonCorrection + 15) % 30;
        var (leapYears, yearRest) = Math.DivRem(yearOfCentury, 4);
        var toSunday = (32 + (2 * centuryRest) + (2 * leapYears) - epact - yearRest) % 7;
        var latest = (golden + (11 * epact) + (22 * toSunday)) / 451;
        var (month, day) = Math.DivRem(epact + toSunday - (7 * latest) + 114, 31);
        return new LocalDate(year, month, day + 1);
    }
}
