using System.Text.RegularExpressions;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Rounds;
using AnnualCycle.Publishing.Tests.Mail;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Invitations;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Rounds;

/// <summary>A small service whose members are asked about 2027, which is proposed.</summary>
internal sealed partial class SmallRound : IAsyncDisposable
{
    public const string Anna = "anna@nord.example", Bo = "bo@nord.example";

    /// <summary>A Friday; the third working day before it is the Tuesday.</summary>
    public static readonly LocalDate Until = new(2026, 12, 4);

    private SmallRound(SmallService service) => (Service, Keeper) = (service, KeeperOf(service));

    public SmallService Service { get; }

    public RoundKeeper Keeper { get; }

    public static Instant Noon(int month, int day) => Instant.FromUtc(2026, month, day, 11, 0);

    public static async Task<SmallRound> NewAsync(Provider provider) => new(await SmallService.StartedAsync(provider));

    public static async Task<SmallRound> StartedAsync(Provider provider)
    {
        var round = await NewAsync(provider);
        Assert.Null((await round.StartAsync()).Refusal);
        return round;
    }

    public Task<RoundOutline> StartAsync(LocalDate? until = null, bool again = false, Instant? now = null) =>
        Service.Database.ChangeAsync(context => Keeper.StartAsync(context,
            new RoundOrder("nord", 2027, until ?? Until, "Anna") { IsAgain = again }, now ?? SmallService.Start, default));

    public Task<bool> CloseAsync(Instant now) => Service.Database.ChangeAsync(async context => await RoundKeeper.CloseAsync(
        context, (await RoundKeeper.LatestAsync(context, "nord", 2027, default))!, "Anna", now, default));

    /// <summary>What the service does each night.</summary>
    public Task<bool> NightAsync(Instant now) => Service.Database.ChangeAsync(async context =>
    {
        await Keeper.TendAsync(context, "tjänsten", now, default);
        return true;
    });

    /// <summary>The mails that lie in the out-tray for somebody, as Python reads them.</summary>
    public async Task<IReadOnlyList<ReadMail>> MailsAsync(string email) =>
        ReadMail.All((await DeliveriesAsync(email)).Select(own => own.Content));

    public async Task<IReadOnlyList<Delivery>> DeliveriesAsync(string? email = null)
    {
        await using var context = Service.Database.Open();
        return await context.Deliveries.AsNoTracking().Where(own => email == null || own.Recipient == email)
            .OrderBy(own => own.Id).ToListAsync();
    }

    /// <summary>The secret in a mail's link.</summary>
    public static string TokenIn(ReadMail mail) => Link.Match(mail.Contents[0]).Groups[1].Value;

    /// <summary>What somebody sees by the link of their first mail.</summary>
    public async Task<RoundPart> PartAsync(string email, Instant now)
    {
        await using var context = Service.Database.Open();
        return (await RoundReplies.ReadAsync(context, TokenIn((await MailsAsync(email))[^1]), now, default))!;
    }

    /// <summary>Answers as somebody does with the link: dates by their place among the questions, and the rest.</summary>
    public async Task<bool> AnswerAsync(
        string email, Instant now, Answer? rest, string? comment = null, params (int Question, Answer Answer)[] answers)
    {
        var part = await PartAsync(email, now);
        var token = TokenIn((await MailsAsync(email))[^1]);
        var reply = new RoundReply(
            answers.ToDictionary(one => part.Questions[one.Question].Name, one => one.Answer), rest, comment);
        return await Service.Database.ChangeAsync(context =>
            RoundReplies.TakeAsync(context, token, reply, now, default));
    }

    public async Task<RoundTable> TableAsync()
    {
        await using var context = Service.Database.Open();
        return await RoundTable.ReadAsync(
            context, (await RoundKeeper.LatestAsync(context, "nord", 2027, default))!, default);
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    private static RoundKeeper KeeperOf(SmallService service) => new(service.Key, SmallService.Post);

    [GeneratedRegex("https://samverkan.nord.example/samrad/([A-Za-z0-9_-]{32})\\s")]
    private static partial Regex Link { get; }
}
