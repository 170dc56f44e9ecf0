using AnnualCycle.Plans;
using AnnualCycle.Storage.Access;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Publishing.Letters;

/// <summary>Days and times as mails and the pages that they lead to write them, in the reader's language.</summary>
/// <param name="Language">"sv" or "en".</param>
public sealed record LetterDates(string Language)
{
    private static readonly LocalDatePattern EnglishShort = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM"),
        EnglishDay = LocalDatePattern.CreateWithInvariantCulture("d MMMM"),
        EnglishLong = LocalDatePattern.CreateWithInvariantCulture("dddd d MMMM uuuu");

    public bool IsEnglish => Language == PersonChoice.English;

    /// <summary>"tis 9 feb", "Tue 9 Feb".</summary>
    public string Short(LocalDate day) => IsEnglish ? EnglishShort.Format(day) : SwedishDates.Short(day);

    /// <summary>"9 februari", "9 February".</summary>
    public string Day(LocalDate day) => IsEnglish ? EnglishDay.Format(day) : SwedishDates.Day(day);

    /// <summary>"tisdag 9 februari 2027", "Tuesday 9 February 2027".</summary>
    public string Long(LocalDate day) => IsEnglish ? EnglishLong.Format(day) : $"{SwedishDates.Long(day)} {day.Year}";
}
