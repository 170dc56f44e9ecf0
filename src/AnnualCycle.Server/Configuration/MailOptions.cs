using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Mail.Submission;
using AnnualCycle.Publishing.Outbox;
using AnnualCycle.Publishing.Outlook;

namespace AnnualCycle.Server.Configuration;

/// <summary>The organisation's mail server, and how it takes mails from the service.</summary>
public sealed class MailOptions
{
    /// <summary>The server's name; its certificate has to be in that name.</summary>
    public string Server { get; set; } = "";

    public int Port { get; set; } = 587;

    /// <summary>StartTls (as on port 587), Tls (as on port 465), or None to a server on the same machine.</summary>
    public SubmissionSecurity Security { get; set; } = SubmissionSecurity.StartTls;

    /// <summary>Whom the mails are from: <c>Samverkansåret &lt;arshjul@nord.example&gt;</c>.</summary>
    public string From { get; set; } = "";

    /// <summary>Where answers go; null for <see cref="From"/>.</summary>
    public string? ReplyTo { get; set; }

    /// <summary>Null where the server takes the service's mails unasked.</summary>
    public string? UserName { get; set; }

    /// <summary>
    /// Belongs in the environment, <c>AnnualCycle__Mail__Password</c>; or use <see cref="PasswordFile"/>.
    /// </summary>
    public string? Password { get; set; }

    /// <summary>A file that holds the password and nothing else; read at each log-in.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>PEM file with the authorities that the server's certificate may be from; null: the machine's.</summary>
    public string? CertificateAuthorityFile { get; set; }

    /// <summary>
    /// Seconds to wait for each answer, 1 to 600; four times that for the one that says that it has the mail.
    /// </summary>
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>Mails that are on their way at once, 1 to 8.</summary>
    public int Connections { get; set; } = 2;

    /// <summary>
    /// Mails begun in a minute, evenly, 0 to 6000; 0 for as many as go. Exchange Online takes 30 from one sender.
    /// </summary>
    public int PerMinute { get; set; } = 30;

    /// <summary>How fast mails may go where they go; files in a folder as fast as they are written.</summary>
    public static SendingLimits Limits(ServiceOptions options) => options.Mail is { } mail
        ? new SendingLimits { Connections = mail.Connections, PerMinute = mail.PerMinute }
        : new SendingLimits { Connections = 1, PerMinute = 0 };

    /// <summary>
    /// The name under which the mail server writes Authentication-Results (RFC 8601) on mails that it hands to
    /// <c>annualcycle inbox</c>: answers count only where it says <c>dmarc=pass</c>.
    /// "*" when it lets nothing else through; null when nobody vouches, and every answer
    /// waits for a person.
    /// </summary>
    public string? AuthenticatedBy { get; set; }

    /// <summary>
    /// The way that mails go: through a mailbox in the tenant where that is wished, to the server that is set, else into a
    /// folder of the data folder.
    /// </summary>
    /// <param name="tenant">Null where Outlook is not set.</param>
    public static MailRoads Roads(ServiceOptions options, DataFolder data, TimeProvider time, OutlookTenant? tenant = null)
    {
        var writer = Writer(options);
        if (options.SendsByOutlook && tenant is not null)
        {
            // One for all: what the service asks to wait holds for every sender.
            var road = new GraphRoad(tenant.Graph, writer, time);
            return new MailRoads(() => road, writer);
        }

        return new MailRoads(options.Mail is { } mail
            ? () => new SubmissionRoad(mail.Submission(), writer, time) : () => new FolderRoad(data.Mail, writer), writer);
    }

    /// <summary>"e-post genom post.nord.example".</summary>
    public static string WayOf(ServiceOptions options) => options switch
    {
        { SendsByOutlook: true, Mail: { } mail } => $"e-post genom Outlook, från {Mailbox.Read(mail.From)?.Address}",
        { Mail: { } mail } => $"e-post genom {mail.Server}",
        _ => "e-post som filer, eftersom ingen server är inställd",
    };

    /// <summary>Writes the installation's mails.</summary>
    public static MailWriter Writer(ServiceOptions options)
    {
        if (options.Mail is { } mail)
        {
            return new MailWriter(Mailbox.Read(mail.From)!, mail.ReplyTo is { } reply ? Mailbox.Read(reply) : null);
        }

        // Nobody is to answer a mail that never leaves, but it has to be from somebody.
        var own = new Mailbox($"arshjul@{options.PublicAddress?.IdnHost}", "Samverkansåret");
        return new MailWriter(own.Wire is null ? own with { Address = "arshjul@annualcycle.example" } : own, eightBit: true);
    }

    private SubmissionServer Submission()
    {
        var limit = TimeSpan.FromSeconds(TimeoutSeconds);
        return new SubmissionServer(Server, Port)
        {
            Security = Security,
            CertificateAuthorityFile = CertificateAuthorityFile,
            LogIn = UserName is { } user ? new SubmissionLogIn(user, SecretAsync) : null,
            Limits = new SubmissionLimits
            {
                Connection = limit, Greeting = limit, Command = limit, Data = limit, Acceptance = 4 * limit,
            },
        };
    }

    private async ValueTask<string> SecretAsync(CancellationToken cancel) =>
        Password ?? (await File.ReadAllTextAsync(PasswordFile!, cancel)).TrimEnd('\r', '\n');
}
