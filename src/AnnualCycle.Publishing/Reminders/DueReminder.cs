using AnnualCycle.Reminders;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using NodaTime;

namespace AnnualCycle.Publishing.Reminders;

/// <summary>A reminder whose time has come: it goes into a mail, or the reason why not is noted.</summary>
/// <param name="Reason">Null for one that is sent.</param>
internal sealed record DueReminder(ReminderThing Thing, ReminderStep Step, string? Reason)
{
    /// <summary>The same reminder of the same day to the same person, once and for all.</summary>
    public string Key => KeyOf(Thing, Step);

    public static string KeyOf(ReminderThing thing, ReminderStep step) =>
        Print.Of(thing.To.Email, thing.Uid, $"{thing.Due:uuuu-MM-dd}", step.Name)[..32];
}

/// <summary>Chooses which reminders are sent now: of several of the same thing the latest, and none that is of no use.</summary>
/// <param name="known">Keys of all that was sent or let be before.</param>
internal sealed class ReminderChoice(LocalDateTime now, IReadOnlySet<string> known, ReminderDays days)
{
    /// <summary>What was to come longer ago than so many days is let be without a word.</summary>
    public const int LooksBack = 400;

    public IEnumerable<DueReminder> Of(ReminderThing thing)
    {
        // After a later one of the same thing none of the earlier has anything to say.
        var last = thing.Steps.Where(step => known.Contains(DueReminder.KeyOf(thing, step)))
            .Select(step => step.Day).DefaultIfEmpty(LocalDate.MinIsoValue).Max();
        var open = thing.Steps.Where(step => step.Day > last && IsTimeFor(thing, step)
            && step.Day >= now.Date.PlusDays(-LooksBack)).ToList();
        var useful = open.Where(step => thing.Hushed is null && IsUseful(thing, step)).ToList();
        // In a week's mail all that the week holds of one thing is one line.
        var sent = useful.Where(step => step.Day >= now.Date).ToList() is { Count: > 0 } ahead ? ahead : useful.TakeLast(1).ToList();
        return open.Where(step => sent.Contains(step) || step.Day >= thing.Since)
            .Select(step => new DueReminder(thing, step, sent.Contains(step) ? null : WhyNot(thing, step, sent)));
    }

    // A week's reminders come on its first working day, what is late already with them; after that only what cannot wait
    // for the next, and what a service that was down has missed.
    private bool IsTimeFor(ReminderThing thing, ReminderStep step) => thing.To.Pace == ReminderPace.Single || step.IsLate
        ? step.Day <= (thing.To.Pace == ReminderPace.Single ? now.Date : Collected)
        : now.Date == Collected ? step.Day < NextMonday
        : step.Day <= Collected || step.Day <= now.Date && thing.Due < NextMonday;

    private LocalDate NextMonday => now.Date.With(DateAdjusters.Next(IsoDayOfWeek.Monday));

    // The first working day of the week, or of what is left of it.
    private LocalDate Collected => Enumerable.Range(0, 7).Select(NextMonday.PlusDays(-7).PlusDays).FirstOrDefault(days.IsOpen, now.Date);

    private bool IsUseful(ReminderThing thing, ReminderStep step) => step.IsLate || thing.Due > now.Date
        || thing.Due == now.Date && (thing.Meeting is not { } meeting || meeting.Start > now.TimeOfDay);

    private string WhyNot(ReminderThing thing, ReminderStep step, IReadOnlyList<ReminderStep> sent) => thing.Hushed
        ?? (!IsUseful(thing, step) ? thing.Meeting is null ? "dagen har varit" : "mötet har varit"
            : $"en senare påminnelse kom i stället: {sent[^1].Name}");
}
