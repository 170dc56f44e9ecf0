using AnnualCycle.Plans;
using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Plans;

namespace AnnualCycle.Publishing;

/// <summary>What is to be published: a collaboration's year, in which state, by whom.</summary>
/// <param name="State"><see cref="PlanState.Proposed"/> or <see cref="PlanState.Adopted"/>.</param>
/// <param name="Action">The command or job that publishes, for the audit log.</param>
public sealed record PublishOrder(string Collaboration, int Year, PlanState State, string Who, string Action)
{
    /// <summary>True to tell nobody by mail; feeds show it all the same.</summary>
    public bool HoldBack { get; init; }

    /// <summary>
    /// Id of the audit log's last line when somebody looked at what is to be published: if there is a later one, nothing
    /// is published, as it could be something else. Null publishes whatever is there.
    /// </summary>
    public long? LookedAt { get; init; }
}

/// <summary>A published revision.</summary>
/// <param name="Before">What was in force until now; null at the first publication.</param>
public sealed record Publication(int Number, Plan? Before, Plan Plan)
{
    /// <summary>What was laid out to be sent, in that order.</summary>
    public IReadOnlyList<Delivery> Mails { get; init; } = [];

    /// <summary>What will be done in organisers' Outlook.</summary>
    public IReadOnlyList<OutlookChange> Outlook { get; init; } = [];
}
