using System.Text.RegularExpressions;
using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Publishing.Holidays;
using AnnualCycle.Publishing.Tests.Mail;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Holidays;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Holidays;

/// <summary>A small service whose board coordinates storhelger when it is needed, and whose members keep a staffing day.</summary>
internal sealed partial class SmallHoliday : IAsyncDisposable
{
    public const string Anna = "anna@nord.example", Bo = "bo@nord.example";

    public const string Charter = """
        collaboration: Nord
        staffing: { day: 3 }
        charter: { document: Uppdrag för Nord }
        groups:
          - id: styrgrupp
            name: Styrgruppen
            seats: [ordforande, sekreterare]
            meetings: [{ id: augusti, when: Slutet av augusti, line: 7 }]
            holidayCoordination: { when: inför storhelger när så bedöms behövas, line: 9 }
          - id: beredning
            name: Beredningen
            seats: [utredare]
        """;

    public static readonly HolidaySubject Easter = new("nord/styrgrupp", 2027, Holiday.Easter);

    private SmallHoliday(SmallService service) => Service = service;

    public SmallService Service { get; }

    public static Instant Noon(int year, int month, int day) => Instant.FromUtc(year, month, day, 11, 0);

    /// <summary>After its first start in November 2026, with both years proposed and nobody asked yet.</summary>
    public static async Task<SmallHoliday> StartedAsync(
        Provider provider, string charter = Charter, string chair = "ordforande")
    {
        var service = await SmallService.NewAsync(provider);
        service.Charters.Remove("syd");
        service.Charters["nord"] = charter;
        service.List = $"""
            collaboration,group,seat,name,email,organisation
            nord,styrgrupp,{chair},Anna Ek,anna@nord.example,Ale
            nord,styrgrupp,sekreterare,Bo Alm,bo@nord.example,Sjukhuset
            nord,beredning,utredare,Siv Sund,siv@nord.example,Orust
            """;
        await service.KeepAsync(SmallService.Start);
        return new SmallHoliday(service);
    }

    /// <summary>What the service does each night about storhelger.</summary>
    public async Task<(int Asked, int Mails)> NightAsync(Instant now)
    {
        var input = await Service.InputAsync(now);
        return await Service.Database.ChangeAsync(async context => (
            await new HolidayKeeper(Service.Key, SmallService.Post).TendAsync(context, input, now, default),
            await new StaffingKeeper(Service.Key, SmallService.Post).TendAsync(context, input, now, default)));
    }

    public async Task<IReadOnlyList<Delivery>> DeliveriesAsync(string kind)
    {
        await using var context = Service.Database.Open();
        return await context.Deliveries.AsNoTracking().Where(own => own.Kind == kind).OrderBy(own => own.Id).ToListAsync();
    }

    public async Task<IReadOnlyList<HolidayRequest>> RequestsAsync(HolidaySubject subject)
    {
        await using var context = Service.Database.Open();
        return await HolidayReplies.RequestsAsync(context, subject, default);
    }

    public Task<bool> AnswerAsync(HolidayAnswer before, Instant now) => Service.Database.ChangeAsync(context =>
        HolidayReplies.TakeAsync(context, Easter, new Dictionary<HolidayPart, HolidayAnswer>
        {
            [HolidayPart.Before] = before,
        }, (Anna, now), default));

    public async Task<T> AskAsync<T>(Func<AnnualCycleContext, Task<T>> ask)
    {
        await using var context = Service.Database.Open();
        return await ask(context);
    }

    /// <summary>The question behind a link, as whoever opens it on a day sees it.</summary>
    public async Task<HolidayAsked?> OpenAsync(string token, Instant now)
    {
        var input = await Service.InputAsync(now);
        return await AskAsync(context => HolidayReplies.ReadAsync(
            context, token, input.Collaborations, SwedishTime.DayOf(now), default));
    }

    /// <summary>Somebody calls a meeting of 2027 off.</summary>
    public Task CancelAsync(string rule, Instant now) => Service.EditAsync(2027, now, (edit, plan) => edit.Cancel(
        plan, plan.Meetings.Single(own => own.Rule == rule).Id, SwedishTime.DayOf(now), "många är sjuka"));

    /// <summary>The secret in a mail's link.</summary>
    public static string TokenIn(Delivery mail) => Link.Match(ReadMail.Of(mail.Content).Contents[0]).Groups[1].Value;

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    [GeneratedRegex("https://samverkan.nord.example/(?:storhelg|bemanning)/([A-Za-z0-9_-]{20,})\\s")]
    private static partial Regex Link { get; }
}
