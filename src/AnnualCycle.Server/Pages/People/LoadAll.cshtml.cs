using AnnualCycle.Server.SignIn;
using AnnualCycle.Server.Years;
using AnnualCycle.Storage.Access;

namespace AnnualCycle.Server.Pages.People;

/// <summary>Everybody's load.</summary>
[AllowedFor(Role.Administrator)]
public sealed class LoadAllModel(PeopleDesk desk, YearsInForce years, PersonKeys keys) : LoadPage(desk, years, keys)
{
    public override string? Only => null;
}
