using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Publishing.Outlook.Graph;
using NodaTime;

namespace AnnualCycle.Server.Configuration;

/// <summary>The organisation's tenant at Microsoft, and whose Outlook the service writes in.</summary>
public sealed class OutlookOptions
{
    /// <summary>The tenant's id (a GUID), or one of its domains.</summary>
    public string Tenant { get; set; } = "";

    /// <summary>The service's application id in the tenant (a GUID).</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Belongs in the environment, <c>AnnualCycle__Outlook__ClientSecret</c>; or use one of the files.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A file that holds the secret and nothing else; read again when it is changed.</summary>
    public string? ClientSecretFile { get; set; }

    /// <summary>Certificate with its key, PEM or PFX, instead of a secret; read again when it is changed.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>A file that holds the certificate's password and nothing else; null for none.</summary>
    public string? CertificatePasswordFile { get; set; }

    /// <summary>Global, UsGovernment, UsGovernmentDod or China.</summary>
    public GraphCloud Cloud { get; set; }

    /// <summary>Another address of Graph than the cloud's; https, or http on this machine.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Another address where keys are given out than the cloud's; https, or http on this machine.</summary>
    public Uri? Authority { get; set; }

    /// <summary>
    /// In whose Outlook each collaboration's meetings stand, by its id; with none, what stands there is called off.
    /// </summary>
    public Dictionary<string, OrganiserOptions> Organisers { get; set; } = [];

    /// <summary>
    /// Domains of those who get their invites from Outlook, comma between; everybody else gets them by mail from the
    /// service. Empty for everybody.
    /// </summary>
    public string Domains { get; set; } = "";

    /// <summary>A mailbox that the service must not get at: looked at to see that its rights are no wider than wished.</summary>
    public string? Refuses { get; set; }

    /// <summary>Mails that Outlook sends in a minute on behalf of one organiser, 1 to 300; Exchange Online lets 30 go.</summary>
    public int MailsPerMinute { get; set; } = 30;

    /// <summary>Seconds that a change rests before it goes, 0 to 3600: what is put right meanwhile is one mail, not two.</summary>
    public int QuietSeconds { get; set; } = 60;

    /// <summary>True to send all other mails through the mailbox of <c>Mail:From</c>, without a mail server.</summary>
    public bool SendMail { get; set; }

    /// <summary>
    /// True to read each night when members are taken, for the planner, and rooms that <c>config/busy/calendars.csv</c> lists
    /// as <c>outlook:address</c>; of what they have only the times.
    /// </summary>
    public bool FreeBusy { get; set; }

    /// <summary>What the tenant is shown.</summary>
    public TenantAccess Access => new(Tenant, ClientId)
    {
        Endpoint = Endpoint ?? Cloud.Endpoint(), Authority = Authority ?? Cloud.Authority(), IsPrivate = Authority is not null,
        Secret = ClientSecret, SecretFile = ClientSecretFile,
        CertificateFile = CertificateFile, CertificatePasswordFile = CertificatePasswordFile,
    };

    /// <summary>Which collaborations call from Outlook, and whom.</summary>
    public static OutlookSettings Settings(ServiceOptions options) => options.Outlook is not { } own ? OutlookSettings.None
        : new OutlookSettings
        {
            Organisers = own.Organisers.ToDictionary(one => one.Key.ToLowerInvariant(),
                one => new OutlookOrganiser(one.Value.Mailbox.ToLowerInvariant(), one.Value.Teams)),
            Domains = [.. own.Domains.ToLowerInvariant()
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            Quiet = Duration.FromSeconds(own.QuietSeconds), MailsPerMinute = own.MailsPerMinute,
        };
}

/// <summary>In whose Outlook a collaboration's meetings stand.</summary>
public sealed class OrganiserOptions
{
    /// <summary>The organiser's address; a shared mailbox is best, which no person takes along.</summary>
    public string Mailbox { get; set; } = "";

    /// <summary>True to have Teams make a link for each meeting.</summary>
    public bool Teams { get; set; }
}
