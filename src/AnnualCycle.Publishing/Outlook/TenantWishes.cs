namespace AnnualCycle.Publishing.Outlook;

/// <summary>What the service is to be able to do in the tenant, to be held against what it can.</summary>
public sealed record TenantWishes
{
    /// <summary>In whose mailboxes it writes.</summary>
    public IReadOnlyList<OutlookOrganiser> Organisers { get; init; } = [];

    /// <summary>A mailbox that it must not get at; null when none is named.</summary>
    public string? Refuses { get; init; }

    /// <summary>The mailbox that all other mails go through; null when they go another way.</summary>
    public string? Sender { get; init; }

    /// <summary>True when it is to read when members are taken.</summary>
    public bool FreeBusy { get; init; }

    /// <summary>Somebody whose free and busy times may be asked for, to see whether that goes; null for nobody.</summary>
    public string? Member { get; init; }

    /// <summary>Every mailbox that it has to get at.</summary>
    public IReadOnlyList<string> Mailboxes =>
    [
        .. Organisers.Select(one => one.Mailbox).Concat(Sender is { } sender ? [sender] : [])
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal),
    ];
}
