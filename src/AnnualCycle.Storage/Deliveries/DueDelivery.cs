using NodaTime;

namespace AnnualCycle.Storage.Deliveries;

/// <summary>What a sender needs of a delivery whose time has come and whose recipient waits for nothing earlier.</summary>
public sealed record DueDelivery(
    long Id, string Recipient, string? Uid, byte[] Content, Instant Created, Instant NotBefore)
{
    /// <summary>Times that it was claimed before.</summary>
    public int Attempts { get; init; }

    /// <summary>Times that it may have gone.</summary>
    public int Unanswered { get; init; }
}

/// <summary>What became of a delivery that a sender had in hand.</summary>
/// <param name="At">When it was known.</param>
/// <param name="Text">For its history; without anybody's address.</param>
public sealed record SettledDelivery(DueDelivery Delivery, DeliveryState State, Instant At, string Text)
{
    /// <summary>It is not tried earlier.</summary>
    public Instant NotBefore { get; init; } = Delivery.NotBefore;

    /// <summary>False when it was no fault of its own, and this attempt is not counted.</summary>
    public bool IsCounted { get; init; } = true;

    /// <summary>True when it may have gone.</summary>
    public bool IsUnanswered { get; init; }
}
