using AnnualCycle.Plans;
using AnnualCycle.Publishing;
using AnnualCycle.Publishing.Duties;
using AnnualCycle.Publishing.Letters;
using AnnualCycle.Storage.Access;
using NodaTime;

namespace AnnualCycle.Server.Pages.Duties;

/// <summary>The words of the page on which something is marked as done, in the language of the mail that leads there.</summary>
public sealed record DutyText(string Language)
{
    private bool IsEnglish => Language == PersonChoice.English;

    public string Title => IsEnglish ? "Done?" : "Klart?";

    public string Due(LocalDate? due) => due is { } day
        ? (IsEnglish ? "Last day " : "Sista dag ") + new LetterDates(Language).Long(day)
        : IsEnglish ? "No day has been set" : "Ingen dag är bestämd";

    public string Link => IsEnglish ? "Where it can be read, if it is on the web" : "Var det finns att läsa, om det finns på webben";

    public string Said => IsEnglish ? "Something to add" : "Något att tillägga";

    public string Done => IsEnglish ? "It is done" : "Det är klart";

    public string NotNeeded => IsEnglish ? "Not needed this time" : "Behövs inte den här gången";

    public string Open => IsEnglish ? "Not done after all" : "Inte klart ändå";

    public string Why => IsEnglish ? "No more reminders come of what is done." : "När det är klart kommer inga fler påminnelser om det.";

    public string Own => IsEnglish
        ? "The link is yours alone: whoever has it can answer in your place."
        : "Länken är bara din: den som har den kan svara i ditt ställe.";

    public string TooLong => IsEnglish
        ? $"What you add may have at most {DutyDesk.MostCharacters} characters."
        : $"Det som du vill tillägga får vara högst {DutyDesk.MostCharacters} tecken.";

    public string NoLink(string link) => IsEnglish
        ? $"”{link}” is no address on the web. Write all of it, https://…, or leave the box empty."
        : $"”{link}” är ingen adress på webben. Skriv hela adressen, https://…, eller lämna rutan tom.";

    public string StatusOf(DutyView duty)
    {
        var day = duty.Item.Settled is { } settled ? SwedishTime.DayOf(settled.At) : default;
        return duty.Status switch
        {
            DutyStatus.Delivered => IsEnglish ? $"Marked as done {new LetterDates(Language).Day(day)}." : $"Markerat som klart {SwedishDates.Day(day)}.",
            DutyStatus.NotNeeded => IsEnglish ? "Marked as not needed." : "Markerat som att det inte behövs.",
            DutyStatus.Late => IsEnglish ? "It is late." : "Det är försenat.",
            _ => IsEnglish ? "It is not marked as done." : "Det är inte markerat som klart.",
        };
    }
}
