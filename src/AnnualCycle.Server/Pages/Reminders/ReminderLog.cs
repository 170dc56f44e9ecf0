using AnnualCycle.Storage;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Reminders;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Server.Pages.Reminders;

/// <summary>A reminder and what became of the mail that it stood in.</summary>
/// <param name="Mail">Null when it was not sent, or so long ago that the mail is forgotten.</param>
public sealed record LoggedReminder(Reminder Reminder, SentReminder? Mail);

/// <summary>Where a reminder's mail is.</summary>
/// <param name="At">When it was sent or stopped; null while it waits.</param>
public sealed record SentReminder(DeliveryState State, Instant? At);

/// <summary>Who was reminded of what and when, or why not, the latest first.</summary>
public abstract class ReminderLog(Database database) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<LoggedReminder> Rows { get; private set; } = [];

    /// <summary>A part of the address of whom they are to; null for everybody.</summary>
    public string? Person { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; } = 1;

    public bool HasMore { get; private set; }

    /// <summary>Id of the one collaboration that is shown; null for all.</summary>
    public abstract string? Only { get; }

    public string Address => Only is null ? "/paminnelser" : $"/{Only}/paminnelser";

    /// <summary>The page before or after, for the same person.</summary>
    public string PageAt(int number) =>
        $"{Address}?sida={number}{(Person is null ? "" : $"&person={Uri.EscapeDataString(Person)}")}";

    public async Task OnGetAsync(string? person, [FromQuery(Name = "sida")] int? number, CancellationToken cancel)
    {
        Person = string.IsNullOrWhiteSpace(person) ? null : person.Trim().ToLowerInvariant();
        Number = Math.Clamp(number ?? 1, 1, 10_000);
        await using var context = database.Open();
        var rows = await context.Reminders.AsNoTracking()
            .Where(own => (Only == null || own.Collaboration == Only) && (Person == null || own.Email.Contains(Person)))
            .OrderByDescending(own => own.At).ThenBy(own => own.Email).ThenBy(own => own.Key)
            .Skip((Number - 1) * Most).Take(Most + 1).ToListAsync(cancel);
        HasMore = rows.Count > Most;
        var mails = await MailsAsync(context, rows, cancel);
        Rows = [.. rows.Take(Most).Select(own => new LoggedReminder(own, mails.GetValueOrDefault(own.Delivery ?? "")))];
    }

    private static async Task<Dictionary<string, SentReminder>> MailsAsync(
        AnnualCycleContext context, IReadOnlyList<Reminder> rows, CancellationToken cancel)
    {
        var keys = rows.Select(own => own.Delivery).OfType<string>().Distinct().ToList();
        return await context.Deliveries.AsNoTracking().Where(own => keys.Contains(own.Key))
            .ToDictionaryAsync(own => own.Key, own => new SentReminder(own.State, own.Settled), cancel);
    }
}
