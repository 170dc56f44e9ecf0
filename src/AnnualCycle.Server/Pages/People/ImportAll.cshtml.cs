using AnnualCycle.Server.Service;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage.Access;

namespace AnnualCycle.Server.Pages.People;

/// <summary>Takes in a list for every collaboration that it has rows for.</summary>
[AllowedFor(Role.Administrator)]
public sealed class ImportAllModel(PeopleIntake intake, PeopleDesk desk) : Import(intake, desk)
{
    protected override string? Only => null;
}
