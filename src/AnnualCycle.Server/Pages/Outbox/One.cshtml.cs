using AnnualCycle.Publishing.Outbox;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage.Access;

namespace AnnualCycle.Server.Pages.Outbox;

/// <summary>What is sent on behalf of one collaboration.</summary>
[AllowedFor(Role.ProcessLeader)]
public sealed class OneModel(OutboxDesk desk, TimeProvider time) : OutboxPage(desk, time)
{
    public override string? Only => (string)RouteData.Values["collaboration"]!;
}
