using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Server.Configuration;

/// <summary>What an administrator sets for the whole service, in <c>appsettings.json</c> or the environment.</summary>
public sealed class ServiceOptions
{
    /// <summary>The section that the settings stand in.</summary>
    public const string Section = "AnnualCycle";

    /// <summary>
    /// The address that people reach the service at, http or https; its host ends every UID, so it should not change.
    /// Null until it is set.
    /// </summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>
    /// How to connect to PostgreSQL, <c>Host=…;Database=…;Username=…</c>; null keeps everything in SQLite in the data
    /// folder. A password belongs in the environment: <c>AnnualCycle__Database</c>.
    /// </summary>
    public string? Database { get; set; }

    /// <summary>Month and day from which next year is to have a plan, <c>MM-dd</c>.</summary>
    public string BookingSeason { get; set; } = "09-01";

    /// <summary>
    /// When the worker looks at what has changed, as a cron expression (Quartz: seconds first) in Swedish time.
    /// </summary>
    public string NightlyWork { get; set; } = "0 0 3 * * ?";

    /// <summary>Megabytes of calendars that are kept in memory for those who poll.</summary>
    public int FeedMemoryMegabytes { get; set; } = 64;

    /// <summary>
    /// Names of hosts on the organisation's own network that busy calendars may be fetched from; all others have to be
    /// out on the internet. Comma between them; none unless they are named.
    /// </summary>
    public string BusyCalendarHosts { get; set; } = "";

    /// <summary>
    /// Addresses of the proxies that stand before the service, and are believed when they say who asks; comma between,
    /// networks as <c>10.1.0.0/16</c>. This computer is believed always.
    /// </summary>
    public string Proxies { get; set; } = "";

    /// <summary>How people sign in.</summary>
    public SignInOptions SignIn { get; set; } = new();

    /// <summary>Where mails go; null puts them as files in the data folder, and nothing leaves the service.</summary>
    public MailOptions? Mail { get; set; }

    /// <summary>Whose invites come from Outlook; null sends every invite by mail.</summary>
    public OutlookOptions? Outlook { get; set; }

    /// <summary>True when mails need no mail server, as they go through a mailbox in the tenant.</summary>
    public bool SendsByOutlook => Outlook is { SendMail: true };

    /// <summary>The day that <see cref="BookingSeason"/> says.</summary>
    public AnnualDate BookingDay => AnnualDatePattern.CreateWithInvariantCulture("MM-dd").Parse(BookingSeason).Value;

    /// <summary>
    /// Settings from <c>appsettings.json</c> where the user stands and from variables such as
    /// <c>AnnualCycle__PublicAddress</c>, which win; null and a mistake when they cannot be used.
    /// </summary>
    public static ServiceOptions? Read(List<Mistake> mistakes)
    {
        try
        {
            var section = new ConfigurationBuilder()
                .SetBasePath(Directory.GetCurrentDirectory())
                .AddJsonFile("appsettings.json", optional: true)
                .AddEnvironmentVariables()
                .Build().GetSection(Section);
            var wrong = OptionsCheck.Mistakes(section).ToList();
            var options = wrong.Count > 0 ? null : section.Get<ServiceOptions>() ?? new ServiceOptions();
            wrong.AddRange(options is null ? [] : OptionsCheck.Mistakes(options));
            mistakes.AddRange(wrong);
            return wrong.Count == 0 ? options : null;
        }
        catch (Exception wrong) when (wrong is InvalidDataException or InvalidOperationException)
        {
            mistakes.Add(OptionsCheck.Unreadable(wrong));
            return null;
        }
    }
}
