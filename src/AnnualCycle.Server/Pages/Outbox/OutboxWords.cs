using AnnualCycle.Plans;
using AnnualCycle.Publishing;
using AnnualCycle.Publishing.Outbox;
using AnnualCycle.Storage.Deliveries;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Server.Pages.Outbox;

/// <summary>How pages and commands speak of what is sent.</summary>
public static class OutboxWords
{
    /// <summary>
    /// The states in the order in which somebody wants to see them, as an address and a command name them.
    /// </summary>
    public static IReadOnlyList<(DeliveryState State, string Name)> States { get; } =
    [
        (DeliveryState.Parked, "stannat"), (DeliveryState.Waiting, "väntar"), (DeliveryState.Sending, "skickas"),
        (DeliveryState.Sent, "skickat"), (DeliveryState.Dropped, "struket"),
    ];

    public static string Of(DeliveryState state) => States.First(own => own.State == state).Name;

    /// <summary>Null for what names no state.</summary>
    public static DeliveryState? Read(string? name) =>
        States.Where(own => own.Name == name).Select(own => (DeliveryState?)own.State).FirstOrDefault();

    public static string OfKind(string kind) => kind switch
    {
        DeliveryKind.Invite => "kallelse",
        DeliveryKind.Update => "ändrad kallelse",
        DeliveryKind.Cancellation => "inställt möte",
        DeliveryKind.Summary => "sammanfattning",
        DeliveryKind.Notice => "besked",
        DeliveryKind.Round => "fråga om datum",
        DeliveryKind.RoundReminder => "påminnelse om datum",
        DeliveryKind.Reminder => "påminnelse",
        DeliveryKind.MeetingReminder => "påminnelse om möte",
        DeliveryKind.WeekReminder => "veckans påminnelser",
        DeliveryKind.LeaderNews => "processledarens nyheter",
        DeliveryKind.Holiday => "fråga om storhelg",
        DeliveryKind.Staffing => "bemanningsdag",
        _ => kind,
    };

    public static string Of(OutboxOutcome outcome) => outcome switch
    {
        OutboxOutcome.Replaced => "Ett senare brev om samma möte har tagit dess plats. Det skickas inte.",
        OutboxOutcome.NoAddress => "Adressen går inte att skicka till. Rätta den i listan över personer.",
        OutboxOutcome.NotThere => "Det brevet finns inte.",
        OutboxOutcome.NothingToDo => "Det brevet väntar inte längre på något beslut. Inget är ändrat.",
        _ => "Ändrat.",
    };

    /// <summary>A line of a delivery's history with its time in Sweden.</summary>
    public static IEnumerable<(string Time, string Text)> History(Delivery delivery) => History(delivery.History);

    /// <param name="history">Lines that begin with an instant.</param>
    public static IEnumerable<(string Time, string Text)> History(string history)
    {
        foreach (var line in history.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (time, text) = (line.Split(' ')[0], line[(line.IndexOf(' ') + 1)..]);
            yield return InstantPattern.ExtendedIso.Parse(time).TryGetValue(default, out var at)
                ? (Time(at), text) : ("", line);
        }
    }

    /// <summary>The last line of its history; null when nothing has happened yet.</summary>
    public static string? Latest(Delivery delivery) => History(delivery).Select(line => line.Text).LastOrDefault();

    public static string Time(Instant at) =>
        $"{SwedishDates.Iso(SwedishTime.DayOf(at))} {SwedishDates.Clock(SwedishTime.TimeOf(at))}";
}
