using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage.Tests.Deliveries;

public sealed class ClaimTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 9, 30);

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Two_that_send_at_once_never_have_the_same_mail_in_hand(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await LayAsync(test.Database, 100);
        await using var one = new SendingBook(await test.Database.ConnectAsync(default), "nod 1");
        await using var other = new SendingBook(await test.Database.ConnectAsync(default), "nod 2");
        var claims = await Task.WhenAll(new[] { one, other }.Select(async book =>
        {
            var due = await book.DueAsync(Now, 100, default);
            Assert.Equal(100, due.Count);
            await Task.Yield();
            var claimed = new List<long>();
            foreach (var part in due.Chunk(7))
            {
                claimed.AddRange((await book.TurnAsync([], part, default)).Select(own => own.Id));
            }

            return claimed;
        }));

        Assert.Equal(100, claims.Sum(own => own.Count));
        Assert.Equal(100, claims.SelectMany(own => own).Distinct().Count());
        await using var context = test.Database.Open();
        Assert.Equal(claims[0].Count, await context.Deliveries.CountAsync(row => row.Claim == "nod 1"));
        Assert.All(await context.Deliveries.ToListAsync(), row => Assert.Equal(1, row.Attempts));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_has_lost_a_mail_to_another_does_not_write_its_end(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await LayAsync(test.Database, 1);
        await using var one = new SendingBook(await test.Database.ConnectAsync(default), "nod 1");
        await using var other = new SendingBook(await test.Database.ConnectAsync(default), "nod 2");
        var mail = Assert.Single(await one.TurnAsync([], await one.DueAsync(Now, 1, default), default));
        Assert.Equal(1, await other.ReleaseAsync(Now, default));
        Assert.Single(await other.TurnAsync([], await other.DueAsync(Now, 1, default), default));

        await one.TurnAsync([new SettledDelivery(mail, DeliveryState.Parked, Now, "nej")], [], default);
        await using var context = test.Database.Open();
        var row = await context.Deliveries.SingleAsync();
        Assert.Equal((DeliveryState.Sending, "nod 2", 2), (row.State, row.Claim, row.Attempts));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_sent_is_emptied_after_ninety_days_and_forgotten_after_two_years(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await LayAsync(test.Database, 3);
        await using var book = new SendingBook(await test.Database.ConnectAsync(default), "nod");
        var claimed = await book.TurnAsync([], await book.DueAsync(Now, 2, default), default);
        await book.TurnAsync([new(claimed[0], DeliveryState.Sent, Now, "gick"),
            new(claimed[1], DeliveryState.Parked, Now, "nej")], [], default);

        Assert.Equal([1, 1, 1], await LengthsAsync(Duration.FromDays(90)));
        Assert.Equal([0, 1, 1], await LengthsAsync(Duration.FromDays(91)));
        Assert.Equal([1], await LengthsAsync(Duration.FromDays(731)));

        async Task<List<int>> LengthsAsync(Duration later)
        {
            await DeliveryUpkeep.ClearAsync(test.Database, Now + later);
            await using var context = test.Database.Open();
            return [.. (await context.Deliveries.OrderBy(row => row.Id).ToListAsync()).Select(row => row.Content.Length)];
        }
    }

    private static async Task LayAsync(Database database, int count)
    {
        await using var context = database.Open();
        context.Deliveries.AddRange(Enumerable.Range(1, count).Select(number => new Delivery
        {
            Key = $"k{number}", Kind = DeliveryKind.Invite, Collaboration = "nord", Subject = "Kallelse",
            Recipient = $"person{number}@nord.example", Content = [1], Created = Now, NotBefore = Now,
        }));
        await context.SaveChangesAsync();
    }
}
