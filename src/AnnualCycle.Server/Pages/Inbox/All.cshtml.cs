using AnnualCycle.Server.SignIn;
using AnnualCycle.Server.Years;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;

namespace AnnualCycle.Server.Pages.Inbox;

/// <summary>Mails of which no meeting is known.</summary>
[AllowedFor(Role.Administrator)]
public sealed class AllModel(Database database, ShownYears years, TimeProvider time) : InboxPage(database, years, time)
{
    public override string Only => "";
}
