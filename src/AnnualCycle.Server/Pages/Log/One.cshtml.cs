using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;

namespace AnnualCycle.Server.Pages.Log;

/// <summary>The audit log of one collaboration.</summary>
[AllowedFor(Role.ProcessLeader)]
public sealed class OneModel(Database database) : LogBook(database)
{
    public override string? Only => (string)RouteData.Values["collaboration"]!;
}
