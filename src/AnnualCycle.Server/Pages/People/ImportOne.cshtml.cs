using AnnualCycle.Server.Service;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage.Access;

namespace AnnualCycle.Server.Pages.People;

/// <summary>Takes in a list for one collaboration; nobody in another is touched by it.</summary>
[AllowedFor(Role.ProcessLeader)]
public sealed class ImportOneModel(PeopleIntake intake, PeopleDesk desk) : Import(intake, desk)
{
    public string Collaboration => (string)RouteData.Values["collaboration"]!;

    protected override string? Only => Collaboration;
}
