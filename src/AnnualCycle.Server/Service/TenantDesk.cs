using AnnualCycle.Publishing;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Storage.Charters;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Server.Service;

/// <summary>Looks at the tenant with what this installation wishes of it, and keeps what was found last.</summary>
public sealed class TenantDesk(
    Installation installation, OutlookTenant tenant, OutlookBusy busy, TenantHealth health, TimeProvider time)
{
    public async Task<TenantReport> LookAsync(CancellationToken cancel)
    {
        var today = SwedishTime.DayOf(Instant.FromDateTimeOffset(time.GetUtcNow()));
        var wishes = Wishes(installation.Options) with { Member = await busy.SomebodyAsync(today, cancel) };
        var report = await new TenantCheck(tenant, wishes, time).RunAsync(cancel);
        report = report with { Findings = [.. report.Findings, .. await LeavingAsync(cancel), .. await StrangersAsync(cancel)] };
        health.Latest = report;
        return report;
    }

    /// <summary>What the settings wish of the tenant.</summary>
    public static TenantWishes Wishes(ServiceOptions options) => new()
    {
        Organisers = [.. OutlookOptions.Settings(options).Organisers.OrderBy(own => own.Key, StringComparer.Ordinal).Select(own => own.Value)],
        Refuses = options.Outlook?.Refuses?.ToLowerInvariant(), FreeBusy = options.Outlook is { FreeBusy: true },
        Sender = options.SendsByOutlook ? Mailbox.Read(options.Mail!.From)!.Wire : null,
    };

    // Nobody calls from Outlook any more: when what stands there is gone, so may the settings be.
    private async Task<IReadOnlyList<TenantFinding>> LeavingAsync(CancellationToken cancel)
    {
        if (installation.Outlook.Organisers.Count > 0)
        {
            return [];
        }

        var left = await LeftInOutlook.ReadAsync(installation.Database, Instant.FromDateTimeOffset(time.GetUtcNow()), cancel);
        return [left.Count == 0 ? TenantFinding.Good("Outlook:Organisers är tomt: ingen kallas från Outlook, och inget står kvar där")
            : TenantFinding.Unknown($"Outlook:Organisers är tomt: det som står i Outlook ställs in. Kvar: {LeftInOutlook.Listed(left)}",
                "Låt Outlook stå i inställningarna tills inget är kvar. Det som väntar på ett beslut står på sidan Outlook.")];
    }

    // Named for a collaboration that nobody has a charter of: its meetings would never come to Outlook.
    private async Task<IReadOnlyList<TenantFinding>> StrangersAsync(CancellationToken cancel)
    {
        await using var context = installation.Database.Open();
        var known = await context.Charters.Where(own => own.State == CharterState.InForce)
            .Select(own => own.Collaboration).OrderBy(own => own).ToListAsync(cancel);
        return [.. OutlookOptions.Settings(installation.Options).Organisers.Keys.Except(known).Order(StringComparer.Ordinal).Select(name =>
            TenantFinding.Unknown($"Outlook:Organisers har ”{name}”, som ingen uppdragsbeskrivning är för",
                Suggestion.Advice(name, known, $"De som finns är {string.Join(", ", known)}")!))];
    }
}
