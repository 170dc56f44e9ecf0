using AnnualCycle.Publishing.Mail;
using AnnualCycle.Storage.Access;
using NodaTime;

namespace AnnualCycle.Server.SignIn.Letters;

/// <summary>The mail that a sign-in link comes in.</summary>
internal static class SignInLetter
{
    /// <param name="key">Names the mail; tells nothing of the link.</param>
    /// <param name="link">Full address of the page with the button.</param>
    public static OutgoingMail Write(string key, Mailbox to, string language, Uri link, Instant at)
    {
        var minutes = (int)OneTimeLinks.SignInLife.TotalMinutes;
        var (subject, text) = language == PersonChoice.English ? English(link, minutes) : Swedish(link, minutes);
        return new OutgoingMail(key, to, subject, text, at);
    }

    private static (string Subject, string Text) Swedish(Uri link, int minutes) => ("Logga in i Samverkansåret", $"""
        Hej!

        Här är din länk till Samverkansåret. Öppna den och tryck på knappen, så är du inloggad:

        {link}

        Länken fungerar en gång, inom {minutes} minuter. Skicka den inte vidare.

        Har du inte bett om den behöver du inte göra något: utan länken loggas ingen in.

        Mejlet går inte att svara på.
        """);

    private static (string Subject, string Text) English(Uri link, int minutes) => ("Sign in to Samverkansåret", $"""
        Hello,

        This is your link to Samverkansåret. Open it and press the button to sign in:

        {link}

        The link works once, within {minutes} minutes. Do not pass it on.

        If you did not ask for it there is nothing to do: without the link nobody is signed in.

        This mail cannot be answered.
        """);
}
