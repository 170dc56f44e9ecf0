using AnnualCycle.Server.Service;
using AnnualCycle.Storage.Access;
using NodaTime;

namespace AnnualCycle.Server.SignIn;

/// <summary>The link by which whoever runs the service becomes its first administrator.</summary>
internal static class FirstAdministrator
{
    /// <summary>Null when there is an administrator already.</summary>
    public static async Task<Uri?> LinkAsync(Installation installation, Instant now, CancellationToken cancel) =>
        await new OneTimeLinks(installation.Database).ForFirstAdministratorAsync(now, cancel) is { } token
            ? new Uri(installation.Address, $"/forsta-administrator/{token}") : null;

    /// <summary>
    /// Shows the link to somebody who sits there; where output goes to a file or a log it is not written, as a log is read
    /// by more than may be administrators.
    /// </summary>
    public static async Task InviteAsync(Installation installation, Instant now, CancellationToken cancel)
    {
        if (Console.IsOutputRedirected)
        {
            await using var context = installation.Database.Open();
            if (!await RoleGrants.HasAdministratorAsync(context, cancel))
            {
                Console.Error.WriteLine("Ingen administratör finns ännu. Kör annualcycle administrator för att bli den första.");
            }
        }
        else if (await LinkAsync(installation, now, cancel) is { } link)
        {
            Console.WriteLine($"""
                Bli administratör (en gång, inom {OneTimeLinks.FirstAdministratorLife.TotalMinutes} minuter):
                  {link}
                """);
        }
    }
}
