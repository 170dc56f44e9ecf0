using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using AnnualCycle.Publishing.Outlook.Graph;
using Azure.Identity;
using NodaTime;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>
/// Looks whether the service can do in the tenant what it is to do, and no more. It writes nothing there and sends nothing.
/// </summary>
public sealed partial class TenantCheck(OutlookTenant tenant, TenantWishes wishes, TimeProvider time)
{
    private const int Soon = 30;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public async Task<TenantReport> RunAsync(CancellationToken cancel)
    {
        var findings = new List<TenantFinding>();
        findings.AddRange(tenant.Access.CertificateFile is null ? [] : [Certificate(tenant.Access)]);
        var key = await KeyAsync(cancel);
        findings.Add(key);
        if (key.Verdict == TenantVerdict.Good)
        {
            foreach (var organiser in wishes.Organisers.DistinctBy(one => one.Mailbox))
            {
                findings.Add(await OrganiserAsync(organiser, cancel) with { Mailbox = organiser.Mailbox });
            }

            findings.Add(await RefusedAsync(cancel));
            findings.AddRange(wishes.FreeBusy && wishes.Organisers.Count > 0 ? [await FreeBusyAsync(cancel)] : []);
        }
        else
        {
            findings.Add(TenantFinding.Unknown("brevlådorna: prövas inte så länge inloggningen inte går"));
        }

        return new TenantReport(Now, findings);
    }

    private TenantFinding Certificate(TenantAccess access)
    {
        try
        {
            using var own = TenantCertificate.Read(access.CertificateFile!, access.CertificatePasswordFile);
            var until = own.NotAfter.ToUniversalTime();
            var days = (int)Math.Floor((Instant.FromDateTimeUtc(until) - Now).TotalDays);
            return Instant.FromDateTimeUtc(own.NotBefore.ToUniversalTime()) > Now
                ? TenantFinding.Wrong($"certifikatet gäller först {TenantAdvice.Until(own.NotBefore.ToUniversalTime(), 1)[..10]}", "Går klockan rätt?")
                : days < 0 ? TenantFinding.Wrong($"certifikatet gick ut {TenantAdvice.Until(until, days)}", Renewal)
                : TenantFinding.Good($"certifikatet gäller till {TenantAdvice.Until(until, days)}") with { Advice = days < Soon ? Renewal : [] };
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return TenantFinding.Wrong($"certifikatet går inte att läsa ({access.CertificateFile})",
                "Finns filen, och får tjänsten läsa den?", $"    ls -l {access.CertificateFile}");
        }
        catch (CryptographicException)
        {
            return TenantFinding.Wrong($"{access.CertificateFile} är inget certifikat med nyckel, eller lösenordet är fel",
                "Filen ska ha certifikatet och dess nyckel, som PEM eller PFX:", "    cat annualcycle.crt annualcycle.key > annualcycle-outlook.pem");
        }
    }

    private static IReadOnlyList<string> Renewal { get; } =
    [
        "Gör ett nytt, ladda upp det i Entra (Appregistreringar, Certifikat och hemligheter) och lägg det sedan i filen:",
        "    openssl req -x509 -newkey rsa:3072 -nodes -days 730 -subj /CN=AnnualCycle -keyout ny.key -out ny.crt",
        "    cat ny.crt ny.key > annualcycle-outlook.pem",
        "Tjänsten läser filen på nytt av sig själv.",
    ];

    private async Task<TenantFinding> KeyAsync(CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        var authority = tenant.Access.Authority.GetLeftPart(UriPartial.Authority);
        try
        {
            // What was kept says nothing of whether the next one can be had.
            tenant.Keys.Forget();
            await tenant.Keys.GetAsync(null, either.Token);
            return TenantFinding.Good($"inloggning i {tenant.Access.Tenant}");
        }
        catch (AuthenticationFailedException refused)
        {
            return Fault().Match($"{refused.Message} {refused.InnerException?.Message}") is { Success: true } code
                ? TenantAdvice.OfFault(code.Groups[1].Value, tenant.Access.ClientId)
                : refused.InnerException is IOException or UnauthorizedAccessException or CryptographicException
                ? TenantFinding.Wrong("inloggning: filen med hemligheten eller certifikatet går inte att använda", "Finns den, och får tjänsten läsa den?")
                : Unreached(authority);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Unreached(authority);
        }
    }

    private TenantFinding Unreached(string authority) => TenantFinding.Wrong($"inloggning: {authority} svarar inte som den ska",
        $"Datorn behöver nå {authority} och {tenant.Access.Endpoint.GetLeftPart(UriPartial.Authority)}, port 443:", $"    curl -sI {authority}");

    private async Task<TenantFinding> OrganiserAsync(OutlookOrganiser organiser, CancellationToken cancel)
    {
        var answer = await CalendarAsync(organiser.Mailbox, cancel);
        return answer switch
        {
            { IsDone: true } when organiser.IsOnline && !HasTeams(answer) => TenantFinding.Wrong(
                $"{organiser.Mailbox} får inte göra Teams-möten", "Ge brevlådan en licens med Teams, eller skriv Teams: false för den."),
            { IsDone: true } => TenantFinding.Good($"{organiser.Mailbox}: kalendern svarar{(organiser.IsOnline ? ", Teams finns" : "")} (bara läsning är prövad)"),
            { Status: 403 } => TenantFinding.Wrong($"{organiser.Mailbox}: tjänsten släpps inte in ({answer.Code})",
                TenantAdvice.Admission(tenant.Access, wishes)),
            { NeedsAdministrator: true, Status: 404 } or { Outcome: GraphOutcome.Missing } => TenantFinding.Wrong(
                $"{organiser.Mailbox} finns inte som brevlåda i Exchange Online ({answer.Code})",
                "Skriv brevlådans huvudadress; ett alias, en grupp eller en brevlåda i den egna serverhallen går inte:",
                $"    Get-EXOMailbox {organiser.Mailbox} | Format-List PrimarySmtpAddress,RecipientTypeDetails"),
            _ => TenantFinding.Unknown($"{organiser.Mailbox}: {answer.Text}", "Försök igen om en stund."),
        };
    }

    private async Task<TenantFinding> RefusedAsync(CancellationToken cancel)
    {
        if (wishes.Refuses is not { } mailbox)
        {
            return TenantFinding.Unknown("om tjänsten kommer åt fler brevlådor än sina egna är inte prövat",
                "Skriv adressen till en som den inte ska komma åt som Outlook:Refuses.");
        }

        var answer = await CalendarAsync(mailbox, cancel);
        return answer switch
        {
            { Status: 403 } => TenantFinding.Good($"{mailbox} nekas, som det ska vara"),
            { IsDone: true } => TenantFinding.Wrong($"tjänsten kommer åt hela organisationens kalendrar: {mailbox} svarade, och skulle ha nekats",
                TenantAdvice.Restriction(tenant.Access)),
            { Status: 404 } => TenantFinding.Unknown($"{mailbox} finns inte, så det säger inget att den inte svarar",
                "Skriv en brevlåda som finns som Outlook:Refuses."),
            _ => TenantFinding.Unknown($"{mailbox}: {answer.Text}", "Försök igen om en stund."),
        };
    }

    private async Task<TenantFinding> FreeBusyAsync(CancellationToken cancel)
    {
        if (wishes.Member is not { } member)
        {
            return TenantFinding.Unknown("ledamöters upptagna tider är inte prövade: ingen ledamot hör till de som nås");
        }

        var today = SwedishTime.DayOf(Now);
        var answer = await tenant.Graph.AskAsync(new GraphRequest(HttpMethod.Post, wishes.Organisers[0].Mailbox, "/calendar/getSchedule")
        {
            Body = ScheduleJson.Question([member], new DateInterval(today, today.PlusDays(7))),
        }, cancel);
        return answer switch
        {
            { IsDone: true } when ScheduleFault(answer) is { } fault => TenantFinding.Unknown($"en ledamots upptagna tider går inte att läsa ({fault})",
                "Ledamoten kan ha sin kalender någon annanstans. Planeringen vet då inte när hen är upptagen."),
            { IsDone: true } => TenantFinding.Good("ledamöters upptagna tider går att läsa"),
            { Status: 403 } => TenantFinding.Wrong($"ledamöters upptagna tider går inte att läsa ({answer.Code})",
                "Tjänsten får kanske bara läsa sina egna brevlådor. Skriv FreeBusy: false, så planeras utan dem."),
            _ => TenantFinding.Unknown($"ledamöters upptagna tider: {answer.Text}", "Försök igen om en stund."),
        };
    }

    private Task<GraphAnswer> CalendarAsync(string mailbox, CancellationToken cancel) =>
        tenant.Graph.AskAsync(new GraphRequest(HttpMethod.Get, mailbox, "/calendar"), cancel);

    private static bool HasTeams(GraphAnswer answer) => GraphEvent.Items(answer.Content!.Value, "allowedOnlineMeetingProviders")
        .Any(one => one.ValueKind == JsonValueKind.String && one.ValueEquals("teamsForBusiness"));

    private static string? ScheduleFault(GraphAnswer answer) => GraphEvent.Items(answer.Content!.Value, "value")
        .Select(one => GraphEvent.Inner(one, "error", "responseCode")).FirstOrDefault(code => code is not null);

    [GeneratedRegex("AADSTS([0-9]+)")]
    private static partial Regex Fault();
}
