using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Messages;
using AnnualCycle.Storage.Access;
using NodaTime;

namespace AnnualCycle.Server.Pages.Mails;

/// <summary>The words of the pages on which somebody chooses their mails, in the language of those.</summary>
public sealed record MailText(string Language)
{
    private bool IsEnglish => Language == PersonChoice.English;

    public string Title => IsEnglish ? "My mails" : "Mejl till mig";

    public string Lede(string email) => IsEnglish
        ? $"Choose which mails are sent to {email}." : $"Välj vilka mejl som skickas till {email}.";

    public string Saved => IsEnglish ? "Your choices are saved." : "Dina val är sparade.";

    public string Which => IsEnglish ? "Mails that I want" : "Mejl som jag vill ha";

    public string LabelOf(MailGroup group) => IsEnglish ? group.English.Label : group.Swedish.Label;

    public string WithoutOf(MailGroup group) => IsEnglish ? group.English.Without : group.Swedish.Without;

    public string Always => IsEnglish
        ? "The link to sign in with is sent when somebody asks for it, and cannot be turned off."
        : "Länken att logga in med skickas när någon ber om den, och går inte att välja bort.";

    public string Pace => IsEnglish ? "When reminders come" : "När påminnelser kommer";

    public string Of(ReminderPace pace) => (IsEnglish, pace) switch
    {
        (true, ReminderPace.Single) => "One mail for each, on its day",
        (true, _) => "All of the week's in one mail on Monday morning",
        (false, ReminderPace.Single) => "Ett mejl för var och en, när det är dags",
        _ => "Veckans samlade i ett mejl på måndag morgon",
    };

    public string Ways => IsEnglish ? "How invites come" : "Så kommer kallelser";

    public string FromOutlook => IsEnglish
        ? "From Outlook, straight into my calendar" : "Från Outlook, rakt in i min kalender";

    public string ByMail => IsEnglish ? "In mails from the service" : "I mejl från tjänsten";

    public string WaysHelp => IsEnglish
        ? "If you choose the other one, invites to coming meetings are taken back and come again the other way."
        : "Väljer du det andra tas kallelserna till kommande möten tillbaka och kommer på det andra sättet i stället.";

    public string Moved(bool byMail) => (IsEnglish, byMail) switch
    {
        (true, true) => "Invites to coming meetings now come in mails. Those from Outlook are taken back.",
        (true, false) => "Invites to coming meetings now come from Outlook. Those that came in mails are taken back.",
        (false, true) => "Kallelserna till kommande möten kommer nu i mejl. De som kom från Outlook tas tillbaka.",
        _ => "Kallelserna till kommande möten kommer nu från Outlook. De som kom i mejl tas tillbaka.",
    };

    public string Coming => IsEnglish ? "You will get these mails" : "De här mejlen kommer du att få";

    public string ComingHelp => IsEnglish
        ? "Reminders, if nothing changes meanwhile. What is marked as done is not reminded of."
        : "Påminnelser, om inget ändras. Det som är markerat som klart påminner vi inte om.";

    public string NothingComing => IsEnglish ? "No reminders are waiting." : "Inga påminnelser väntar.";

    public string Day(LocalDate day) => new LetterDates(Language).Long(day);

    public string ShortDay(LocalDate day) => new LetterDates(Language).Day(day);

    public string Save => IsEnglish ? "Save" : "Spara";

    public string OffTitle(MailGroup group) => IsEnglish
        ? $"No more mails: {LabelOf(group).ToLowerInvariant()}" : $"Inga fler mejl: {LabelOf(group).ToLowerInvariant()}";

    public string Off => IsEnglish ? "Stop these mails" : "Sluta skicka dem";

    public string IsOff => IsEnglish ? "Done. You get no more of them." : "Klart. Du får inga fler.";

    public string All => IsEnglish ? "Choose among all mails" : "Välj bland alla mejl";

    public string Own => IsEnglish
        ? "The link is yours alone: whoever has it can choose in your place."
        : "Länken är bara din: den som har den kan välja i ditt ställe.";
}
