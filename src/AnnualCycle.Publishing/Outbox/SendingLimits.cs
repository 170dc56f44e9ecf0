namespace AnnualCycle.Publishing.Outbox;

/// <summary>How fast the organisation's mail server is to be sent to.</summary>
public sealed record SendingLimits
{
    /// <summary>Mails that are on their way at once.</summary>
    public int Connections { get; init; } = 2;

    /// <summary>Mails begun in a minute, evenly; 0 for as many as go.</summary>
    public int PerMinute { get; init; } = 30;
}
