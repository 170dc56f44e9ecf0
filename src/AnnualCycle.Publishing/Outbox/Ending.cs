using AnnualCycle.Publishing.Mail;
using AnnualCycle.Storage.Deliveries;
using NodaTime;

namespace AnnualCycle.Publishing.Outbox;

/// <summary>Decides what becomes of a delivery after an attempt.</summary>
internal static class Ending
{
    // Greylisting lets the second through within minutes; who is away for the night has it in the morning.
    private static readonly Duration[] Waits =
    [
        Duration.FromMinutes(1), Duration.FromMinutes(2), Duration.FromMinutes(5), Duration.FromMinutes(15),
        Duration.FromMinutes(30), Duration.FromHours(1), Duration.FromHours(3),
    ];

    private static readonly Duration LongestWait = Duration.FromHours(6);

    /// <summary>Attempts that take three days, as long as a weekend and the Monday on which somebody sees to it.</summary>
    public static readonly int MostAttempts = 1 + Enumerable.Range(1, 100)
        .First(count => Enumerable.Range(1, count).Aggregate(Duration.Zero, (sum, own) => sum + WaitAfter(own))
            >= Duration.FromDays(3));

    /// <summary>Whoever may have had it as often as this has it, or nobody will.</summary>
    public const int MostUnanswered = 3;

    // Longer than for a mail that did not go: meanwhile somebody may see that it came.
    private static readonly Duration[] WaitsUnanswered = [Duration.FromMinutes(15), Duration.FromHours(1)];

    /// <summary>True when it is the way that is closed, to every mail alike.</summary>
    public static bool IsOfTheWay(MailOutcome outcome) => outcome.NeedsAdministrator
        || outcome is { Kind: MailOutcomeKind.Later, Stage: MailStage.Connection or MailStage.Security or MailStage.LogIn };

    public static SettledDelivery Of(DueDelivery delivery, MailOutcome outcome, Instant now) => outcome.Kind switch
    {
        MailOutcomeKind.Accepted => new(delivery, DeliveryState.Sent, now, outcome.Text),
        MailOutcomeKind.Refused => new(delivery, DeliveryState.Parked, now, outcome.Text),
        MailOutcomeKind.Unknown => OfUnknown(delivery, outcome, now),
        _ when IsOfTheWay(outcome) => Untried(delivery, outcome.Text, now),
        _ => OfLater(delivery, outcome, now),
    };

    /// <summary>It is as if nobody had taken it up.</summary>
    public static SettledDelivery Untried(DueDelivery delivery, string text, Instant now) =>
        new(delivery, DeliveryState.Waiting, now, text) { IsCounted = false };

    public static SettledDelivery OfFault(DueDelivery delivery, Exception fault, Instant now) =>
        new(delivery, DeliveryState.Parked, now, $"ett fel i tjänsten ({fault.GetType().Name}); se loggen");

    private static SettledDelivery OfLater(DueDelivery delivery, MailOutcome outcome, Instant now) =>
        delivery.Attempts + 1 >= MostAttempts
            ? new(delivery, DeliveryState.Parked, now, $"efter {MostAttempts} försök på tre dygn: {outcome.Text}")
            : Again(delivery, outcome, now, WaitAfter(delivery.Attempts + 1));

    private static SettledDelivery OfUnknown(DueDelivery delivery, MailOutcome outcome, Instant now) =>
        (delivery.Unanswered + 1 >= MostUnanswered
            ? new SettledDelivery(delivery, DeliveryState.Parked, now, outcome.Text)
            : Again(delivery, outcome, now, WaitsUnanswered[delivery.Unanswered])) with { IsUnanswered = true };

    private static SettledDelivery Again(DueDelivery delivery, MailOutcome outcome, Instant now, Duration wait) =>
        new(delivery, DeliveryState.Waiting, now, outcome.Text) { NotBefore = now + Spread(wait, delivery.Id) };

    private static Duration WaitAfter(int attempts) => attempts <= Waits.Length ? Waits[attempts - 1] : LongestWait;

    // Up to a quarter longer, each its own: what failed together does not come back together.
    private static Duration Spread(Duration wait, long id) => wait + (wait * (id % 16) / 64);
}
