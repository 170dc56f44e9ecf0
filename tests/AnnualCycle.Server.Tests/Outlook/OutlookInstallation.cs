using AnnualCycle.Publishing.Outlook.Graph;
using AnnualCycle.Server.Tests.Service;
using AnnualCycle.Server.Tests.SignIn;
using AnnualCycle.Storage;
using AnnualCycle.Testing.Graph;

namespace AnnualCycle.Server.Tests.Outlook;

/// <summary>An installation of the built program whose collaboration Nord calls from Outlook, and its tenant.</summary>
internal sealed class OutlookInstallation : IAsyncDisposable
{
    public const string Organiser = "moten@nord.example";

    public const string Refuses = "direktor@nord.example";

    private OutlookInstallation(SmallInstallation own, GraphFake graph) => (Own, Graph) = (own, graph);

    public SmallInstallation Own { get; }

    public GraphFake Graph { get; }

    public GraphMailbox Mailbox => Graph.Mailbox(Organiser);

    public static async Task<OutlookInstallation> CreateAsync(Provider provider = Provider.Sqlite)
    {
        var made = new OutlookInstallation(await SmallInstallation.CreateAsync(provider), await GraphFake.StartAsync(SetClock.AtNow));
        made.Graph.Mailbox(Organiser, "Möten i Nord");
        made.Graph.Refusing(Refuses);
        made.Own.Write("hemlighet", made.Graph.Tokens.Secret);
        foreach (var (name, value) in new[]
        {
            ("Tenant", made.Graph.Tokens.Tenant), ("ClientId", made.Graph.Tokens.ClientId), ("ClientSecretFile", "hemlighet"),
            ("Endpoint", made.Graph.Address.AbsoluteUri), ("Authority", made.Graph.Address.AbsoluteUri),
            ("Organisers__nord__Mailbox", Organiser), ("Domains", "nord.example"), ("Refuses", Refuses), ("QuietSeconds", "0"),
        })
        {
            made.Set(name, value);
        }

        return made;
    }

    public void Set(string name, string value) => Own.Settings[$"AnnualCycle__Outlook__{name}"] = value;

    /// <summary>What an entry is found again by.</summary>
    public static string? KeyOf(ExchangeEvent entry) => entry.Property(GraphProperties.Key);

    public async ValueTask DisposeAsync()
    {
        await Own.DisposeAsync();
        await Graph.DisposeAsync();
    }
}
