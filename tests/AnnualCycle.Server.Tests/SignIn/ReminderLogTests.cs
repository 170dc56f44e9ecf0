using System.Net;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Reminders;
using AnnualCycle.Testing.Databases;
using NodaTime;

namespace AnnualCycle.Server.Tests.SignIn;

/// <summary>Whoever answers for the service sees who was reminded of what, and why somebody was not.</summary>
public sealed class ReminderLogTests
{
    private const string Leader = "ledaren@nord.example", Chief = "chefen@nord.example";

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_log_says_who_got_what_and_when_or_why_not(Provider provider)
    {
        await using var service = await OpenService.StartAsync(provider);
        await service.GiveAsync(Chief, Role.Administrator, "");
        await service.GiveAsync(Leader, Role.ProcessLeader, "nord");
        await AddAsync(service, "nord", "bo@nord.example", "Årsrapport", null);
        await AddAsync(service, "nord", "eva@nord.example", "Brister", "klart 3 mars");
        await AddAsync(service, "sluten", "bo@nord.example", "Hemlig <b>rapport</b>", "dagen har varit");
        using var chief = await service.VisitorAsync(Chief);
        using var leader = await service.VisitorAsync(Leader);

        var all = (await chief.GetAsync("/paminnelser")).Text;
        Assert.Contains("Årsrapport", all, StringComparison.Ordinal);
        Assert.Contains("Skickades 2027-04-01 09:30", all, StringComparison.Ordinal);
        Assert.Contains("Skickades inte: klart 3 mars", all, StringComparison.Ordinal);
        Assert.Contains("Hemlig &lt;b&gt;rapport", all, StringComparison.Ordinal);

        var own = (await leader.GetAsync("/nord/paminnelser")).Text;
        Assert.Contains("Årsrapport", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Hemlig", own, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.GetAsync("/paminnelser")).Status);
        Assert.Contains("/nord/paminnelser", (await leader.GetAsync("/min-sida")).Text, StringComparison.Ordinal);

        var bos = (await chief.GetAsync("/paminnelser?person=Bo%40")).Text;
        Assert.Contains("Årsrapport", bos, StringComparison.Ordinal);
        Assert.DoesNotContain("Brister", bos, StringComparison.Ordinal);
        Assert.Contains("Här finns inga", (await chief.GetAsync("/paminnelser?person=%25&sida=2")).Text, StringComparison.Ordinal);
    }

    private static Task AddAsync(OpenService service, string collaboration, string email, string title, string? reason) =>
        service.Installation.Database.ChangeAsync(context =>
        {
            var at = SwedishAt(9, 0);
            var key = $"reminder.{collaboration}.{email}";
            context.Reminders.Add(new Reminder
            {
                Key = key, Email = email, Collaboration = collaboration, Kind = "reminder", Uid = "u", Title = title,
                Due = new LocalDate(2027, 4, 8), Step = "7 dagar före", Day = new LocalDate(2027, 4, 1), At = at,
                State = reason is null ? ReminderState.Sent : ReminderState.Skipped, Reason = reason,
                Delivery = reason is null ? key : null,
            });
            if (reason is null)
            {
                context.Deliveries.Add(new Delivery
                {
                    Key = key, Kind = "reminder", Collaboration = collaboration, Recipient = email, Subject = title, Content = [],
                    Created = at, NotBefore = at, State = DeliveryState.Sent, Settled = SwedishAt(9, 30),
                });
            }

            return Task.FromResult(true);
        });

    private static Instant SwedishAt(int hour, int minute) =>
        Publishing.SwedishTime.At(new LocalDate(2027, 4, 1) + new LocalTime(hour, minute));
}
