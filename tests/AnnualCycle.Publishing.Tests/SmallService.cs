// Long because a service with its files, its database and its clock is put together in one place.
using AnnualCycle.Charters;
using AnnualCycle.People;
using AnnualCycle.Planning;
using AnnualCycle.Plans;
using AnnualCycle.Plans.Changes;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Publishing.Horizon;
using AnnualCycle.Publishing.Invitations;
using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Messages;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Charters;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Feeds;
using AnnualCycle.Storage.Network;
using AnnualCycle.Storage.People;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Testing;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Tests;

/// <summary>
/// A service with a small network and a database of its own: files are texts in the test's hand, and so is the clock.
/// </summary>
internal sealed class SmallService : IAsyncDisposable
{
    private static readonly FileText Sweden = Calendar("sweden.yaml");
    private static readonly FileText Schools = Calendar("school-breaks.yaml");

    private const string First = "  - { name: semesterveckor";

    private static readonly Lock Planning = new();
    private static IReadOnlyList<Plan>? _years;

    private readonly TestDatabase _test;

    private SmallService(TestDatabase test)
    {
        _test = test;
        Key = FeedKey.Open(Path.Combine(test.Folder, "feed.key"));
        Publisher = new Publisher(test.Database, Key, Post);
    }

    /// <summary>Noon in Stockholm on a Sunday in November, when next year is being booked.</summary>
    public static Instant Start { get; } = Instant.FromUtc(2026, 11, 22, 11, 0);

    public Dictionary<string, string> Charters { get; } = new()
    {
        ["nord"] = SmallFiles.Nord, ["syd"] = SmallFiles.Syd,
    };

    public string List { get; set; } = SmallFiles.People;

    /// <summary>Lines that are added to the list of closed days.</summary>
    public string Closed { get; set; } = "";

    /// <summary>The list of people's own calendars; none when it is empty.</summary>
    public string Calendars { get; set; } = "";

    public FeedKey Key { get; }

    public static Correspondence Post { get; } =
        new(Mail.SomeMail.Writer, new Uri("https://samverkan.nord.example"), Messages.Book);

    /// <summary>The words that follow with the program.</summary>
    private static MessageShelf Messages => new(Path.Combine(Repository.Root, "config", "messages"));

    public Publisher Publisher { get; }

    public Database Database => _test.Database;

    /// <summary>With an empty database, before its first start.</summary>
    public static async Task<SmallService> NewAsync(Provider provider) => new(await TestDatabase.CreateAsync(provider));

    /// <summary>
    /// After its first start, which proposed both years: as <see cref="KeepAsync"/> leaves it, planned once for all.
    /// </summary>
    public static async Task<SmallService> StartedAsync(Provider provider)
    {
        var service = await NewAsync(provider);
        var input = await service.InputAsync(Start);
        await service.Database.ChangeAsync(async context =>
        {
            var orders = new List<PublishOrder>();
            foreach (var (plan, id) in Years(input)
                .SelectMany(plan => plan.Collaborations.Select(own => (plan, own.Id))))
            {
                var text = new PlanDraftText(id, "plan", "tjänsten", "", input.Prints);
                await new PlanBook(context).SaveDraftAsync(text, plan.Slice(id), Start, default);
                orders.Add(new PublishOrder(id, plan.Year, PlanState.Proposed, "tjänsten", "propose"));
            }

            await context.SaveChangesAsync();
            return await service.Publisher.PublishAsync(context, orders, Start, default);
        });
        return service;
    }

    private static IReadOnlyList<Plan> Years(NetworkInput input)
    {
        lock (Planning)
        {
            return _years ??= [.. new[] { 2026, 2027 }.Select(year =>
                YearPlanner.Plan(input.Year(year, SwedishTime.DayOf(Start)), new SolveBudget()).Plan)];
        }
    }

    /// <summary>What the service does at its start and each night.</summary>
    public async Task<IReadOnlyList<DraftedYear>> KeepAsync(Instant now)
    {
        var input = await InputAsync(now);
        var drafted = await new HorizonKeeper(Database, Publisher, HorizonYears.Default)
            .KeepAsync(input, "tjänsten", now, default);
        await WriteFeedsAsync(now);
        return drafted!;
    }

    public Task<int> WriteFeedsAsync(Instant now) =>
        Database.ChangeAsync(context => new FeedWriter(context, Key, now, SwedishTime.DayOf(now)).WriteAsync(null, default));

    /// <summary>What a night does: people have come and gone.</summary>
    public Task<IReadOnlyList<Delivery>> KeepInvitationsAsync(Instant now) => Database.ChangeAsync(context =>
        new InvitationKeeper(context, Key, Post, now, SwedishTime.Of(now)).KeepAllAsync(default));

    public async Task<NetworkInput> InputAsync(Instant now)
    {
        var mistakes = new List<Mistake>();
        await Database.ChangeAsync(async context =>
        {
            await Identities.EnsureAsync(context, "nord.example", Key.Hash, now, default);
            var at = await Database.NotBeforeAsync(context, now, default);
            var files = Charters.Select(file => new CharterText($"{file.Key}.yaml", file.Value));
            await new CharterImport(context, at, "mappen").ImportAsync(files, default);
            await context.SaveChangesAsync();
            var chartered = await NetworkInput.CharteredAsync(context, mistakes, default);
            var people = PeopleReader.Read("people.csv", List, chartered, mistakes);
            return await new PeopleImport(context, SwedishTime.DayOf(at)).ImportAsync(people, null, default);
        });
        await using var context = Database.Open();
        var files = new NetworkFiles(Sweden with { Text = Sweden.Text.Replace(First, Closed + First) }, Schools)
        {
            BusyCalendars = Calendars.Length == 0 ? [] : [new FileText("calendars.csv", Calendars)],
        };
        return await NetworkInput.ReadAsync(context, files, mistakes, default)
            ?? throw new InvalidOperationException(string.Join('\n', mistakes));
    }

    /// <summary>A person's change of a year, waiting as a draft.</summary>
    public async Task EditAsync(int year, Instant now, Func<PlanEdit, Plan, EditedPlan> make)
    {
        var input = await InputAsync(now);
        await Database.ChangeAsync(async context =>
        {
            var working = await new PlanBook(context).WorkingAsync(year, default);
            var made = make(new PlanEdit(input.Year(year, SwedishTime.DayOf(now))),
                Plan.Merge([.. working.Select(own => own.Plan)]));
            Assert.Empty(made.Mistakes);
            var id = made.Meeting!.Groups[0].Split('/')[0];
            var text = new PlanDraftText(id, "move", "Anna", "Anna flyttar",
                working.Single(own => own.Collaboration == id).Inputs);
            return await new PlanBook(context).SaveDraftAsync(text, made.Plan.Slice(id), now, default);
        });
    }

    public Task<Publication?> PublishAsync(Instant now, PlanState state = PlanState.Proposed, int year = 2027,
        string collaboration = "nord") =>
        Publisher.PublishAsync(new PublishOrder(collaboration, year, state, "Anna", "publish"), now);

    public async Task<Plan> InForceAsync(int year = 2027, string collaboration = "nord")
    {
        await using var context = Database.Open();
        return (await new PlanBook(context).InForceAsync(collaboration, year, default))!.Plan;
    }

    /// <summary><c>2 Superseded</c>, a draft without a number, in the order in which they were made.</summary>
    public async Task<IReadOnlyList<string>> RevisionsAsync(int year = 2027, string collaboration = "nord")
    {
        await using var context = Database.Open();
        var plans = await context.Plans.Where(plan => plan.Year == year && plan.Collaboration == collaboration)
            .OrderBy(plan => plan.Id).ToListAsync();
        return [.. plans.Select(plan => $"{plan.Number} {plan.State}".Trim())];
    }

    public async Task<StoredFeed> FeedAsync(string id)
    {
        await using var context = Database.Open();
        return await context.Feeds.SingleAsync(feed => feed.Id == id);
    }

    public async Task<IReadOnlyList<StoredFeed>> FeedsAsync()
    {
        await using var context = Database.Open();
        return await context.Feeds.OrderBy(feed => feed.Id).ToListAsync();
    }

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    private static FileText Calendar(string file) =>
        new(file, File.ReadAllText(Path.Combine(Repository.Root, "config", "calendars", file)));
}
