using AnnualCycle.Publishing;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Publishing.Horizon;
using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Messages;
using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Server.Commands;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Network;
using NodaTime;

namespace AnnualCycle.Server.Service;

/// <summary>One installation of the service: its settings, its folders, its database and its keys.</summary>
public sealed record Installation(
    ServiceOptions Options, ConfigurationFolder Configuration, DataFolder Data, Database Database, FeedKey Key)
{
    public Publisher Publisher => new(Database, Key, Correspondence);

    /// <summary>The words of mails.</summary>
    public MessageShelf Messages { get; } = new(Configuration.Messages);

    /// <summary>Whom mails are from, where their links lead, and their words.</summary>
    /// <exception cref="WrongMessagesException">The words have mistakes, and have had since the program began.</exception>
    public Correspondence Correspondence => new(MailOptions.Writer(Options), Address, Messages.Book) { Outlook = Outlook };

    /// <summary>Which collaborations call from Outlook, and whom they reach there.</summary>
    public OutlookSettings Outlook { get; init; } = OutlookOptions.Settings(Options);

    /// <summary>True until something has been published for the first time.</summary>
    public async Task<bool> IsNewAsync(CancellationToken cancel) =>
        await Database.AskAsync("select id from plan_revision where number is not null limit 1", cancel) is null;

    /// <summary>Where people reach the service, for links in mails; never what a request says it was sent to.</summary>
    public Uri Address => Options.PublicAddress ?? new Uri(Data.Address ?? ServeCommand.Address);

    public HorizonKeeper Horizon => new(Database, Publisher, new HorizonYears(Options.BookingDay));

    /// <summary>Opens it, and makes it when it is not there; null and a mistake when it cannot be used.</summary>
    /// <exception cref="Storage.Schema.DatabaseIsNewer">A later version of the service has been here.</exception>
    public static async Task<Installation?> OpenAsync(
        ServiceOptions options, ConfigurationFolder configuration, DataFolder data, Instant now,
        List<Mistake> mistakes, CancellationToken cancel)
    {
        try
        {
            data.Create();
            if (options.Database is null)
            {
                data.CreateDatabase();
            }

            var key = FeedKey.Open(data.FeedKey);
            var database = options.Database is { } server ? Database.PostgreSql(server) : Database.Sqlite(data.Database);
            var installation = new Installation(options, configuration, data, database, key);
            await database.PrepareAsync(cancel);
            return await installation.HasItsKeyAsync(now, cancel) ? installation : Refuse(mistakes, new Mistake(
                data.FeedKey, 0, "nyckeln är en annan än den som databasens hemliga adresser är gjorda med",
                "Lägg tillbaka rätt nyckel från säkerhetskopian; annars slutar allas privata kalendrar att fungera"));
        }
        catch (InvalidDataException)
        {
            return Refuse(mistakes, new Mistake(
                data.FeedKey, 0, "filen är ingen nyckel", "Lägg tillbaka den från säkerhetskopian"));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Refuse(mistakes, data.Unusable(refused));
        }
    }

    private static Installation? Refuse(List<Mistake> mistakes, Mistake mistake)
    {
        mistakes.Add(mistake);
        return null;
    }

    private async Task<bool> HasItsKeyAsync(Instant now, CancellationToken cancel) =>
        await Database.AskAsync("select feed_key_hash from service_identity", cancel) is string known
            ? known == Key.Hash
            : (await Database.ChangeAsync(
                context => Identities.EnsureAsync(context, UidHost, Key.Hash, now, cancel), cancel)).FeedKeyHash == Key.Hash;

    // Without an address of its own a service is told from others by its key: two never make the same UID.
    private string UidHost => Options.PublicAddress?.IdnHost ?? $"{Key.Hash[..12]}.annualcycle.example";
}
