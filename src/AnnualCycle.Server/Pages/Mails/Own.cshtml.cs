using AnnualCycle.Server.Service;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage.Access;

namespace AnnualCycle.Server.Pages.Mails;

/// <summary>The mails of whoever is signed in.</summary>
[AllowedFor(Role.Member)]
public sealed class OwnModel(Installation installation, ReminderRounds rounds, TimeProvider time)
    : MailPage(installation, rounds, time)
{
    public override bool HasFormToken => true;

    protected override Task<string?> FindAsync(CancellationToken cancel) =>
        Task.FromResult<string?>(HttpContext.Viewer()!.Email);
}
