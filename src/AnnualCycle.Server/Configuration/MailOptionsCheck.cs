using System.Globalization;
using System.Net;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Mail.Submission;

namespace AnnualCycle.Server.Configuration;

/// <summary>Holds the settings of the mail server against what they may be, all at once.</summary>
internal static class MailOptionsCheck
{
    private const string Example = "Skriv som Samverkansåret <arshjul@nord.example>";

    private static readonly string[] Securities = Enum.GetNames<SubmissionSecurity>();

    /// <summary>Settings that there are not, and values that cannot be one of their setting.</summary>
    public static IEnumerable<Mistake> Mistakes(IConfigurationSection section)
    {
        if (!string.IsNullOrEmpty(section.Value))
        {
            yield return Wrong("", section.Value, "Skriv Server, From och det som behövs därtill inom { }");
        }

        var known = typeof(MailOptions).GetProperties().Select(option => option.Name).ToList();
        foreach (var name in section.GetChildren().Select(setting => setting.Key)
            .Except(known, StringComparer.OrdinalIgnoreCase))
        {
            yield return OptionsCheck.Wrong($"inställningen ”Mail:{name}” finns inte",
                Suggestion.Advice(name, known, $"De som finns är {string.Join(", ", known)}"));
        }

        if (section[nameof(MailOptions.Security)] is { } security
            && !Securities.Contains(security, StringComparer.OrdinalIgnoreCase))
        {
            yield return Wrong(nameof(MailOptions.Security), security, Suggestion.Advice(
                security, Securities, $"De som finns är {string.Join(", ", Securities)}"));
        }

        foreach (var (name, range) in new[] { ("Port", "1 till 65535"), ("TimeoutSeconds", "1 till 600"),
            ("Connections", "1 till 8"), ("PerMinute", "0 till 6000") })
        {
            if (section[name] is { } number
                && !int.TryParse(number, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
            {
                yield return Wrong(name, number, $"Skriv ett helt tal, {range}");
            }
        }
    }

    /// <param name="isByOutlook">Mails go through a mailbox in the tenant: no server is needed.</param>
    public static IEnumerable<Mistake> Mistakes(MailOptions mail, bool isByOutlook) =>
        [.. isByOutlook && mail.Server.Length == 0 ? [] : OfServer(mail), .. OfPace(mail), .. OfMailboxes(mail), .. OfLogIn(mail)];

    /// <summary>Files that are named and cannot be seen; only a service that sends needs them.</summary>
    public static IEnumerable<Mistake> MistakesInFiles(MailOptions? mail) =>
        new[] { (nameof(MailOptions.PasswordFile), mail?.PasswordFile),
            (nameof(MailOptions.CertificateAuthorityFile), mail?.CertificateAuthorityFile) }
        .Where(named => named.Item2 is { } file && !File.Exists(file))
        .Select(named => Wrong(named.Item1, named.Item2!, "Filen finns inte, eller så får tjänsten inte se den"));

    private static IEnumerable<Mistake> OfServer(MailOptions mail)
    {
        if (Uri.CheckHostName(mail.Server) == UriHostNameType.Unknown)
        {
            yield return Wrong(
                "Server", mail.Server, "Skriv namnet på organisationens e-postserver, som post.nord.example");
        }

        if (mail.Port is < 1 or > 65535)
        {
            yield return Wrong("Port", $"{mail.Port}", "Skriv ett tal, 1 till 65535; ofta 587");
        }

        if (mail is { Port: 465, Security: SubmissionSecurity.StartTls })
        {
            yield return Wrong("Security", "StartTls", "På port 465 är förbindelsen säker från början: skriv Tls");
        }

        if (mail.Security == SubmissionSecurity.None && !IsHere(mail.Server))
        {
            yield return Wrong(
                "Security", "None", "Utan kryptering går post bara till en server på samma dator; skriv StartTls");
        }

        if (mail.TimeoutSeconds is < 1 or > 600)
        {
            yield return Wrong("TimeoutSeconds", $"{mail.TimeoutSeconds}", "Skriv ett antal sekunder, 1 till 600");
        }
    }

    private static IEnumerable<Mistake> OfPace(MailOptions mail)
    {
        if (mail.Connections is < 1 or > 8)
        {
            yield return Wrong("Connections", $"{mail.Connections}",
                "Skriv hur många brev som får vara på väg samtidigt, 1 till 8");
        }

        if (mail.PerMinute is < 0 or > 6000)
        {
            yield return Wrong("PerMinute", $"{mail.PerMinute}",
                "Skriv hur många brev som får gå på en minut, 1 till 6000, eller 0 för hur många som helst");
        }
    }

    private static IEnumerable<Mistake> OfMailboxes(MailOptions mail)
    {
        if (!IsMailbox(mail.From))
        {
            yield return Wrong("From", mail.From, Example);
        }

        if (mail.ReplyTo is { } reply && !IsMailbox(reply))
        {
            yield return Wrong("ReplyTo", reply, Example);
        }

        if (mail.AuthenticatedBy is { } by and not "*" && Uri.CheckHostName(by) == UriHostNameType.Unknown)
        {
            yield return Wrong("AuthenticatedBy", by,
                "Skriv namnet som står först i Authentication-Results, som mx.nord.example, eller *");
        }
    }

    private static IEnumerable<Mistake> OfLogIn(MailOptions mail)
    {
        var secrets = new[] { mail.Password, mail.PasswordFile }.Count(secret => secret is not null);
        if (mail.UserName is null && secrets > 0)
        {
            yield return OptionsCheck.Wrong(
                "Mail:UserName saknas", "Skriv vem lösenordet hör till, eller ta bort lösenordet");
        }

        if (mail.UserName is not null && secrets != 1)
        {
            yield return OptionsCheck.Wrong(secrets == 0 ? "Mail:PasswordFile saknas" : "Mail har två lösenord",
                "Skriv lösenordet i en fil och filens namn som PasswordFile, eller sätt AnnualCycle__Mail__Password");
        }
    }

    // Where a name leads is looked at again when the connection is made.
    private static bool IsHere(string server) => server.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(server, out var address) && IPAddress.IsLoopback(address));

    // Letters beyond ASCII in what stands before the @ would need every server on the way to know them.
    private static bool IsMailbox(string text) => Mailbox.Read(text) is { NeedsUtf8: false };

    private static Mistake Wrong(string name, string value, string? advice) => OptionsCheck.Wrong(
        value.Length == 0 ? $"Mail:{name} saknas" : $"Mail{(name.Length > 0 ? ":" : "")}{name} är ”{value}”", advice);
}
