using AnnualCycle.Server.SignIn;
using AnnualCycle.Server.Years;
using AnnualCycle.Storage.Access;

namespace AnnualCycle.Server.Pages.People;

/// <summary>The load of a collaboration's people.</summary>
[AllowedFor(Role.ProcessLeader)]
public sealed class LoadOneModel(PeopleDesk desk, YearsInForce years, PersonKeys keys) : LoadPage(desk, years, keys)
{
    public override string? Only => (string)RouteData.Values["collaboration"]!;
}
