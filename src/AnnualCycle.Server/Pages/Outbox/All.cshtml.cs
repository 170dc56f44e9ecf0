using AnnualCycle.Publishing.Outbox;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage.Access;

namespace AnnualCycle.Server.Pages.Outbox;

/// <summary>All that the service sends.</summary>
[AllowedFor(Role.Administrator)]
public sealed class AllModel(OutboxDesk desk, TimeProvider time) : OutboxPage(desk, time)
{
    public override string? Only => null;
}
