using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;

namespace AnnualCycle.Server.Pages.Reminders;

/// <summary>The reminders of one collaboration.</summary>
[AllowedFor(Role.ProcessLeader)]
public sealed class OneModel(Database database) : ReminderLog(database)
{
    public override string? Only => (string)RouteData.Values["collaboration"]!;
}
