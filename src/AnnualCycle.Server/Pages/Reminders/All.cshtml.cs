using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;

namespace AnnualCycle.Server.Pages.Reminders;

/// <summary>All reminders of the service.</summary>
[AllowedFor(Role.Administrator)]
public sealed class AllModel(Database database) : ReminderLog(database)
{
    public override string? Only => null;
}
