using AnnualCycle.Plans;
using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Server.Pages.Outbox;
using AnnualCycle.Storage.Outlook;
using NodaTime;

namespace AnnualCycle.Server.Pages.Outlook;

/// <summary>How pages speak of what stands in Outlook.</summary>
public static class OutlookWords
{
    /// <summary>"tor 4 feb 2027 09:00–10:00".</summary>
    public static string When(OutlookEvent entry) => $"{SwedishDates.Short(entry.Date)} {entry.Date.Year} "
        + $"{SwedishDates.Clock(entry.Start)}–{SwedishDates.Clock(entry.End)}";

    /// <summary>What will be done in Outlook for one meeting.</summary>
    public static string Of(OutlookChange change) => change switch
    {
        { Before: null } => "Ny",
        { After: null } => "Ställs in",
        { Before: { } before, After: { } after } when (before.Date, before.Start, before.End) != (after.Date, after.Start, after.End) =>
            $"Flyttas från {SwedishDates.Short(before.Date)} {SwedishDates.Clock(before.Start)}",
        { Before: { } before, After: { } after } when (before with { Attendees = after.Attendees }).Written == after.Written =>
            "Ändras: vilka som är kallade",
        _ => "Ändras",
    };

    /// <summary>How a meeting stands, in words; drift and trouble are told apart from it.</summary>
    public static string Of(OutlookRow row, OutlookMailbox? box, OutlookSettings settings, Instant now) => row.State switch
    {
        OutlookState.InDoubt => $"Osäkert om det kom fram. Tjänsten ser efter i Outlook {At(Latest(row, box), now)}",
        OutlookState.Waiting => $"{Doing(row)}. {Why(row.Own, box, settings, now)}",
        OutlookState.Standing => Standing(row),
        _ => "Finns inte längre i Outlook",
    };

    public static string Standing(OutlookRow row) => $"I Outlook{(row.Own.Timed is { } since ? $" sedan {OutboxWords.Time(since)}" : "")}, "
        + SwedishDates.Count(row.Told?.Attendees.Count ?? 0, "kallad", "kallade");

    private static string Doing(OutlookRow row) => (row.Told, row.Wanted) switch
    {
        (null, not null) => "Läggs in i Outlook",
        (_, null) => "Ställs in i Outlook",
        _ => "Ändras i Outlook",
    };

    private static string Why(OutlookMeeting own, OutlookMailbox? box, OutlookSettings settings, Instant now) => (own, box) switch
    {
        (_, { PausedBy: not null }) => "Väntar: brevlådan är pausad",
        (_, { Trouble: not null }) => $"Väntar: brevlådan svarar inte som den ska. Försöks igen {At(Latest(own, box), now)}",
        (_, { NotBefore: { } until }) when until > now => $"Väntar: Outlook har bett tjänsten att vänta till {OutboxWords.Time(until)}",
        ({ Operation: not null }, _) when own.NotBefore > now => $"Försöks igen {At(own.NotBefore, now)}",
        _ when own.NotBefore > now => $"Vilar till {OutboxWords.Time(own.NotBefore)}, så att flera ändringar blir ett mejl",
        (_, { MailsFrom: { } from }) when from > now => $"Väntar på sin tur: Outlook skickar högst {settings.MailsPerMinute} mejl i minuten",
        _ => "På väg",
    };

    private static Instant Latest(OutlookRow row, OutlookMailbox? box) => Latest(row.Own, box);

    private static Instant Latest(OutlookMeeting own, OutlookMailbox? box) => Instant.Max(own.NotBefore, box?.NotBefore ?? own.NotBefore);

    private static string At(Instant at, Instant now) => at > now ? OutboxWords.Time(at) : "strax";
}
