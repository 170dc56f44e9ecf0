using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Outbox;
using AnnualCycle.Publishing.Tests.Mail;
using AnnualCycle.Publishing.Tests.Mail.Submission;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Outbox;

/// <summary>An out-tray, a mail server that a test tells what to answer, and a sender between them.</summary>
internal sealed class SmallOutbox : IAsyncDisposable
{
    private readonly TestDatabase _test;

    private SmallOutbox(TestDatabase test, SendingLimits limits)
    {
        (_test, Limits) = (test, limits);
        Sender = NewSender("nod 1");
    }

    public ScriptedServer Server { get; } = new();

    public SetTime Time { get; } = new(SomeMail.At);

    public Sender Sender { get; private set; }

    public SendingLimits Limits { get; }

    public Database Database => _test.Database;

    /// <summary>The receivers of the mails that came, in order, each with the key of its mail.</summary>
    public IReadOnlyList<string> Came => [.. Server.Mails.Select(mail => IdOf(mail.Text()))];

    public static async Task<SmallOutbox> CreateAsync(Provider provider, SendingLimits? limits = null) =>
        new(await TestDatabase.CreateAsync(provider), limits ?? new SendingLimits { PerMinute = 0 });

    /// <param name="road">Where it sends; null for <see cref="Server"/>.</param>
    public Sender NewSender(string name, Func<IMailRoad>? road = null) => new(
        Database, new MailRoads(road ?? Road, SomeMail.Writer), Limits, Time, name, NullLogger<Sender>.Instance);

    /// <summary>The process is another one now; the one before left nothing to it.</summary>
    public async Task RestartAsync()
    {
        await Sender.DisposeAsync();
        Sender = NewSender("nod 2");
    }

    /// <summary>Lays a mail for somebody at nord.example, about a meeting or about none.</summary>
    public Task LayAsync(string key, string who, string? uid = null) => Database.ChangeAsync(context =>
    {
        new OutTray(context, SomeMail.Writer)
            .Lay(SomeMail.To($"{who}@nord.example", key) with { At = Time.Now }, DeliveryKind.Invite, ("nord", uid));
        return Task.FromResult(0);
    });

    public async Task<Delivery> RowAsync(string key)
    {
        await using var context = Database.Open();
        return await context.Deliveries.AsNoTracking().SingleAsync(row => row.Key == key);
    }

    public async Task<IReadOnlyList<string>> StatesAsync()
    {
        await using var context = Database.Open();
        return [.. (await context.Deliveries.AsNoTracking().OrderBy(row => row.Id).ToListAsync())
            .Select(row => $"{row.Key} {row.State}")];
    }

    public async Task<OutboxPause?> PauseAsync()
    {
        await using var context = Database.Open();
        return await context.OutboxPauses.AsNoTracking().SingleOrDefaultAsync();
    }

    /// <summary>Sends what is due, and again when the next thing is, until nothing waits.</summary>
    public async Task RunOutAsync(int most = 100)
    {
        for (; most > 0 && await NextAsync() is { } next; most--)
        {
            Time.Pass(Duration.Max(next - Time.Now, Duration.FromSeconds(1)));
            await Sender.RunAsync(default);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Sender.DisposeAsync();
        await Server.DisposeAsync();
        await _test.DisposeAsync();
    }

    private IMailRoad Road() => Visit.Road(Visit.InClear(Server));

    private async Task<Instant?> NextAsync()
    {
        await using var context = Database.Open();
        var open = await context.Deliveries.Where(row => row.State == DeliveryState.Waiting)
            .Select(row => row.NotBefore).ToListAsync();
        return open.Count == 0 ? null : open.Min();
    }

    private static string IdOf(string mail)
    {
        var from = mail.IndexOf("Message-ID: <", StringComparison.Ordinal) + 13;
        return mail[from..mail.IndexOf('@', from)];
    }
}
