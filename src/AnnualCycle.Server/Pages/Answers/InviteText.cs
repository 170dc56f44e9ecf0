using AnnualCycle.Plans;
using AnnualCycle.Publishing.Invitations;
using AnnualCycle.Publishing.Letters;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Invitations;

namespace AnnualCycle.Server.Pages.Answers;

/// <summary>The words of the page on which somebody answers an invite, in the language of their mails.</summary>
public sealed record InviteText(string Language)
{
    private bool IsEnglish => Language == PersonChoice.English;

    public string Title => IsEnglish ? "Answer an invite" : "Svara på en kallelse";

    public string Gone => IsEnglish ? "The meeting is no longer there" : "Mötet finns inte längre";

    public string GoneWhy => IsEnglish ? "It was taken out of the plan." : "Det är borttaget ur planen.";

    /// <summary>"Eva Ek, kommer du?"</summary>
    public string Question(string name) => IsEnglish ? $"{name}, will you come?" : $"{name}, kommer du?";

    public string Day(ToldTime time) => new LetterDates(Language).Long(time.Date);

    public string Clock(ToldTime time) => IsEnglish
        ? $"week {SwedishDates.Week(time.Date)}, {SwedishDates.Clock(time.Start)}–{SwedishDates.Clock(time.End)}"
        : $"vecka {SwedishDates.Week(time.Date)}, "
            + $"klockan {SwedishDates.Clock(time.Start)}–{SwedishDates.Clock(time.End)}";

    public string Taken(Answer answer) => IsEnglish
        ? $"Thank you, your answer is saved: {Small(answer)}. You can change it here until the meeting is over."
        : $"Tack, ditt svar är sparat: {Small(answer)}. Du kan ändra det här så länge mötet inte har varit.";

    public string Outdated => IsEnglish
        ? "The meeting was moved while you looked, so your answer was not saved. Look at the time and answer again."
        : "Mötet flyttades medan du tittade, så svaret sparades inte. Se på tiden och svara igen.";

    public string Cancelled => IsEnglish
        ? "The meeting is cancelled. It is too late to answer." : "Mötet är inställt. Det går inte att svara längre.";

    public string Withdrawn => IsEnglish
        ? "You are no longer asked to the meeting. It is too late to answer."
        : "Du är inte längre kallad till mötet. Det går inte att svara längre.";

    public string Over => IsEnglish
        ? "The meeting has been held. It is too late to answer." : "Mötet har varit. Det går inte att svara längre.";

    public string Comment => IsEnglish ? "Anything to add? (not required)" : "Något att tillägga? (frivilligt)";

    public string Now(Answer answer) => IsEnglish
        ? $"Your answer now: {Small(answer)}." : $"Ditt svar nu: {Small(answer)}.";

    public string Moved => IsEnglish
        ? "The meeting has been moved since you answered." : "Mötet har flyttats sedan du svarade.";

    public string Unanswered => IsEnglish ? "You have not answered yet." : "Du har inte svarat ännu.";

    public string Own(string email) => IsEnglish
        ? $"The link is yours alone, sent to {email}. "
            + "Is that not you? Then you have somebody else's link: close the page."
        : $"Länken är din egen, skickad till {email}. Är det inte du? Då har du fått någon annans länk: stäng sidan.";

    public string Of(Answer answer) => (IsEnglish, answer) switch
    {
        (true, Answer.Yes) => "I will come",
        (true, Answer.No) => "I will not come",
        (true, _) => "Perhaps",
        (false, Answer.Yes) => "Jag kommer",
        (false, Answer.No) => "Jag kommer inte",
        _ => "Kanske",
    };

    // "I" stays as it is.
    private string Small(Answer answer) =>
        IsEnglish && answer != Answer.Maybe ? Of(answer) : Of(answer).ToLowerInvariant();
}
