using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Server.Pages.Meetings;
using AnnualCycle.Server.Service;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage.Access;

namespace AnnualCycle.Server.Pages.Outlook;

/// <summary>What one collaboration has in Outlook.</summary>
[AllowedFor(Role.ProcessLeader)]
public sealed class OneModel(Installation installation, MeetingDesk meetings, OutlookDesk desk, TenantHealth health)
    : OutlookPage(installation, meetings, desk, health)
{
    public override string? Only => (string)RouteData.Values["collaboration"]!;
}
