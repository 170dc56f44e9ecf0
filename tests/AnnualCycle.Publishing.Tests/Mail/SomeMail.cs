using System.Text;
using AnnualCycle.Publishing.Mail;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Mail;

/// <summary>Mails of an invented collaboration.</summary>
internal static class SomeMail
{
    public static Instant At { get; } = Instant.FromUtc(2026, 11, 22, 9, 30);

    public static Mailbox From { get; } = new("arshjul@nord.example", "Samverkansåret");

    public static MailWriter Writer { get; } = new(From);

    public static OutgoingMail To(string address, string key = "simba.2027.1") =>
        new(key, new Mailbox(address, "Åsa Öberg"), "Påminnelse: mötet flyttas",
            "Hej Åsa!\n\nMötet är nu tisdag 9 mars.\n", At);

    public static string Text(this byte[] content) => Encoding.UTF8.GetString(content);
}
