using System.CommandLine;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Server.Commands.PlanLife;
using AnnualCycle.Storage.Feeds;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Commands;

/// <summary>
/// <c>annualcycle feeds</c>: the addresses to subscribe to; a person's own, and another one when it came into the wrong
/// hands.
/// </summary>
internal static class FeedsCommand
{
    public static Command Create(TimeProvider time)
    {
        var who = new Argument<string?>("WHO")
        {
            Description = "En persons e-postadress, en samverkan eller en grupp; annars alla öppna kalendrar",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var renew = new Option<bool>("--renew") { Description = "Ge en ny hemlig adress; den gamla slutar gälla" };
        var command = new Command("feeds", "Visar kalendrarnas adresser") { who, renew };
        command.Validators.Add(result =>
        {
            if (result.GetValue(renew) && result.GetValue(who) is null)
            {
                result.AddError("Skriv vems adress som ska bytas: feeds ADRESS --renew");
            }
        });
        return new OpenDatabase(time).Serve(command, (result, opened, cancel) => result.GetValue(who) is not { } asked
            ? ListAsync(opened, cancel)
            : result.GetValue(renew) ? RenewAsync(opened, IdOf(asked), cancel) : ShowAsync(opened, IdOf(asked), cancel));
    }

    private static string IdOf(string asked) => asked.Contains('@') ? PersonFeeds.IdOf(asked) : asked;

    private static async Task<int> ListAsync(Opened opened, CancellationToken cancel)
    {
        await using var context = opened.Database.Open();
        var feeds = await context.Feeds.Where(feed => feed.IsPublic).Select(feed => feed.Id).ToListAsync(cancel);
        foreach (var id in feeds.Order(StringComparer.Ordinal))
        {
            Console.WriteLine($"{Address(opened)}/feeds/{id}.ics");
        }

        return 0;
    }

    private static async Task<int> ShowAsync(Opened opened, string id, CancellationToken cancel)
    {
        await using var context = opened.Database.Open();
        return await context.Feeds.AsNoTracking().SingleOrDefaultAsync(feed => feed.Id == id, cancel) is { } feed
            ? Print(opened, feed) : Unknown(id);
    }

    private static async Task<int> RenewAsync(Opened opened, string id, CancellationToken cancel)
    {
        var addresses = new FeedAddresses(opened.Database, opened.Installation.Key);
        var renewal = await addresses.RenewAsync(id, Opened.Who, opened.Now, cancel);
        return renewal.Outcome switch
        {
            FeedRenewalOutcome.Renewed => Print(opened, renewal.Feed!),
            FeedRenewalOutcome.Public => Told.Mistake("Kalendern är öppen för alla; dess adress är ingen hemlighet."),
            _ => Unknown(id),
        };
    }

    private static int Print(Opened opened, StoredFeed feed)
    {
        Console.WriteLine(Address(opened) + FeedAddresses.PathOf(feed, opened.Installation.Key, "samverkan"));
        return 0;
    }

    private static int Unknown(string id) => Told.Mistake(
        $"Ingen kalender för ”{id.Split(':')[^1]}”. Kalendrar finns för samverkan, grupper och personer på en plats.");

    private static string Address(Opened opened) =>
        (opened.Installation.Options.PublicAddress?.ToString() ?? opened.Installation.Data.Address
            ?? ServeCommand.Address).TrimEnd('/');
}
