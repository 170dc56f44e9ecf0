using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;

namespace AnnualCycle.Server.Pages.Log;

/// <summary>The audit log of the whole service.</summary>
[AllowedFor(Role.Administrator)]
public sealed class AllModel(Database database) : LogBook(database)
{
    public override string? Only => null;
}
