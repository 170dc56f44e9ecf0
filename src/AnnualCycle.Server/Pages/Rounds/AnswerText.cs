using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Rounds;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Invitations;
using AnnualCycle.Storage.Rounds;
using NodaTime;

namespace AnnualCycle.Server.Pages.Rounds;

/// <summary>The words of the page on which somebody answers a round, in the language of their mails.</summary>
public sealed record AnswerText(string Language)
{
    private bool IsEnglish => Language == PersonChoice.English;

    public string Heading(string collaboration, int year) => IsEnglish
        ? $"Can you make the dates of {collaboration} {year}?" : $"Passar mötestiderna för {collaboration} {year}?";

    public string Lede(string name, RoundPart part) => (IsEnglish, part.IsOpen) switch
    {
        (true, false) when part.Round.State != RoundState.Open => $"{name}, the round is closed.",
        (false, false) when part.Round.State != RoundState.Open => $"{name}, rundan är stängd.",
        (true, true) => $"{name}, answer no later than {Day(part.Round.Until)}. Nothing is decided yet.",
        (true, false) => $"{name}, the time to answer is over.",
        (false, true) => $"{name}, svara senast {Day(part.Round.Until)}. Inget är bestämt ännu.",
        _ => $"{name}, svarstiden är slut.",
    };

    public string Saved(LocalDate until) => IsEnglish
        ? $"Thank you! Your answers are saved. You can change them here until {Day(until)}."
        : $"Tack! Dina svar är sparade. Du kan ändra dem här till och med {Day(until)}.";

    public string Left(int count) => (IsEnglish, count) switch
    {
        (true, 1) => "One date has no answer yet.",
        (true, _) => $"{count} dates have no answer yet.",
        (false, 1) => "Ett datum saknar svar ännu.",
        _ => $"{count} datum saknar svar ännu.",
    };

    public string Closed(string from) => IsEnglish
        ? $"Answers cannot be changed any more. Has something come up? Ask the process leader, or write to {from}."
        : $"Svaren går inte att ändra längre. Har du fått förhinder? Hör av dig till processledaren, eller skriv till {from}.";

    public string CannotHelp => IsEnglish
        ? "“I cannot” is taken as away all that day: if the meeting is moved, it is to another day."
        : "”Kan inte” räknas som borta hela dagen: flyttas mötet blir det till en annan dag.";

    public string Comment => IsEnglish ? "Anything else? (not required)" : "Något mer? (frivilligt)";

    public string CommentHelp => IsEnglish
        ? $"At most {RoundReplies.LongestComment} characters. The process leader reads it."
        : $"Högst {RoundReplies.LongestComment} tecken. Processledaren läser det.";

    public string Save => IsEnglish ? "Save my answers" : "Spara svaren";

    public string SaveRest => IsEnglish ? "Save, and I can make the rest" : "Spara, och jag kan resten";

    public string Seen => IsEnglish
        ? "The process leader sees your answers, to plan the year. Nobody else sees them here."
        : "Processledaren ser dina svar, för att kunna planera året. Ingen annan ser dem här.";

    public string Nothing => IsEnglish ? "no answer" : "inget svar";

    public string Of(Answer answer) => (IsEnglish, answer) switch
    {
        (true, Answer.Yes) => "I can",
        (true, Answer.No) => "I cannot",
        (true, _) => "If need be",
        (false, Answer.Yes) => "Kan",
        (false, Answer.No) => "Kan inte",
        _ => "Kan om det behövs",
    };

    public string Day(LocalDate day) => new LetterDates(Language).Long(day);
}
