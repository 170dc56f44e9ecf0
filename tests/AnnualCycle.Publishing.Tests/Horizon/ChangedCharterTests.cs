using AnnualCycle.Plans;
using AnnualCycle.Storage;
using AnnualCycle.Testing.Databases;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Horizon;

/// <summary>What a charter says otherwise than before, as people are told of it.</summary>
public sealed class ChangedCharterTests
{
    private static readonly Instant Start = SmallService.Start;
    private static readonly Instant Monday = Start + Duration.FromDays(1);

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_collaboration_that_is_to_be_public_no_longer_says_so_before_it_is_published(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        service.Charters["nord"] = SmallFiles.Nord.Replace(
            "collaboration: Nord", "collaboration: Nord\npublic: false", StringComparison.Ordinal);

        var drafted = await service.KeepAsync(Monday);

        Assert.Contains("Nord är inte längre öppen: kalendrarna får hemliga adresser.",
            drafted.First(own => own.Collaboration == "nord").Reason.Split('\n'));
        Assert.True((await service.FeedAsync("nord")).IsPublic);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_group_that_leaves_the_charter_tells_its_subscribers_once_that_its_meetings_are_off(
        Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var lost = (await service.InForceAsync()).Meetings.Where(own => own.Groups[0] == "nord/beredning").ToList();
        service.Charters["nord"] = SmallFiles.Nord[..SmallFiles.Nord.IndexOf("  - id: beredning")];
        service.List = string.Join('\n', SmallFiles.People.Split('\n')[..2]);

        var drafted = await service.KeepAsync(Monday);
        Assert.Contains("Gruppen Beredningen är borta.", drafted.First(own => own.Year == 2027).Reason.Split('\n'));
        await service.PublishAsync(Monday);
        await service.PublishAsync(Monday, year: 2026);

        var events = (await service.FeedAsync("nord/beredning")).Events();
        Assert.All(lost, own => Assert.StartsWith("INSTÄLLT: ", events[own.Uid]["SUMMARY"], StringComparison.Ordinal));
        service.Charters["nord"] += "\n# ändrad igen";
        Assert.Empty(await service.KeepAsync(Monday));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_group_that_is_called_something_else_changes_its_meetings_in_every_calendar(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var meeting = (await service.InForceAsync()).Meetings.First(own => own.Groups[0] == "nord/beredning");
        service.Charters["nord"] = SmallFiles.Nord.Replace(
            "name: Beredningen", "name: Beredande gruppen", StringComparison.Ordinal);

        await service.KeepAsync(Monday);
        await service.PublishAsync(Monday);

        var shown = (await service.FeedAsync("nord")).Events()[meeting.Uid];
        Assert.Contains("Beredande gruppen", shown["SUMMARY"], StringComparison.Ordinal);
        Assert.Equal("1", shown["SEQUENCE"]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_clock_that_once_ran_ahead_does_not_make_a_coming_meeting_past(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        await service.EditAsync(2027, Start, (edit, plan) => edit.Lock(plan, plan.Meetings[0].Id));
        await service.PublishAsync(Instant.FromUtc(2030, 1, 1, 0, 0));
        service.Charters["nord"] = SmallFiles.Nord.Replace(
            "två gånger per år, line: 12", "en gång per år, line: 12", StringComparison.Ordinal);

        await service.KeepAsync(Monday);
        await service.PublishAsync(Monday);

        var off = Assert.Single((await service.InForceAsync()).Meetings, own => own.IsCancelled);
        Assert.Equal(new LocalDate(2026, 11, 23), off.CancelledOn);
    }
}
