using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Server.Pages.Meetings;
using AnnualCycle.Server.Service;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage.Access;

namespace AnnualCycle.Server.Pages.Outlook;

/// <summary>All that the service has in Outlook.</summary>
[AllowedFor(Role.Administrator)]
public sealed class AllModel(Installation installation, MeetingDesk meetings, OutlookDesk desk, TenantHealth health)
    : OutlookPage(installation, meetings, desk, health)
{
    public override string? Only => null;
}
