using AnnualCycle.Server.SignIn;
using AnnualCycle.Server.Years;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;

namespace AnnualCycle.Server.Pages.Inbox;

/// <summary>Mails about one collaboration's meetings.</summary>
[AllowedFor(Role.ProcessLeader)]
public sealed class OneModel(Database database, ShownYears years, TimeProvider time) : InboxPage(database, years, time)
{
    public override string Only => (string)RouteData.Values["collaboration"]!;
}
