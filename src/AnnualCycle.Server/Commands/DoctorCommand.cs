using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Server.Service;
using AnnualCycle.Storage;
using NodaTime;

namespace AnnualCycle.Server.Commands;

/// <summary><c>annualcycle doctor</c>: looks at everything around the service, and says what an administrator is to do.</summary>
internal static class DoctorCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create(TimeProvider time)
    {
        var data = new DataOptions();
        var send = new Option<string?>("--send") { Description = "Skickar ett provmejl till adressen" };
        var json = new Option<bool>("--json") { Description = "Skriver det som JSON, en rad för varje kontroll" };
        var command = new Command("doctor", "Kontrollerar inställningar, databas, e-post och Outlook, och säger vad som är att göra") { send, json };
        data.AddTo(command);
        command.SetAction((result, cancel) => Told.OfTrouble(async () =>
        {
            var findings = new List<TenantFinding>();
            await foreach (var finding in LookAsync(data.Configuration(result), data.Data(result), result.GetValue(send), time, cancel))
            {
                findings.Add(finding);
                Console.WriteLine(result.GetValue(json) ? JsonSerializer.Serialize(
                    new { result = finding.Word, text = finding.Text, mailbox = finding.Mailbox, advice = finding.Advice }, Json) : Lines(finding));
            }

            return findings.Exists(own => own.Verdict == TenantVerdict.Wrong) ? 2 : 0;
        }));
        return command;
    }

    private static string Lines(TenantFinding finding) => string.Join('\n',
        [$"{finding.Word,-6} {finding.Text}", .. finding.Advice.Select(line => $"       {line}")]);

    private static async IAsyncEnumerable<TenantFinding> LookAsync(ConfigurationFolder configuration, DataFolder data,
        string? send, TimeProvider time, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var mistakes = new List<Mistake>();
        if (ServiceOptions.Read(mistakes) is not { } options)
        {
            foreach (var mistake in mistakes)
            {
                yield return TenantFinding.Wrong($"{mistake}");
            }

            yield break;
        }

        yield return TenantFinding.Good("inställningarna går att läsa");
        foreach (var mistake in MailOptionsCheck.MistakesInFiles(options.Mail)
            .Concat(SignInOptionsCheck.MistakesInFiles(options.SignIn)).Concat(OutlookOptionsCheck.MistakesInFiles(options.Outlook)))
        {
            yield return TenantFinding.Wrong($"{mistake}");
        }

        var (database, installation) = await DatabaseAsync(options, configuration, data, time, cancel);
        yield return database;
        yield return options.Mail is null ? TenantFinding.Unknown($"{MailOptions.WayOf(options)}: inget lämnar tjänsten",
            "Skriv Mail i appsettings.json när människor ska få mejl.") : TenantFinding.Good(MailOptions.WayOf(options));
        using var tenant = options.Outlook is { } own ? new OutlookTenant(own.Access, time) : null;
        foreach (var finding in tenant is null ? await WithoutOutlookAsync(installation, time, cancel)
            : await OutlookAsync(installation, options, tenant, time, cancel))
        {
            yield return finding;
        }

        if (send is not null)
        {
            yield return await SendAsync(MailOptions.Roads(options, data, time, tenant), send, tenant, options, time, cancel);
        }
        else if (options.Mail is not null)
        {
            yield return TenantFinding.Unknown("om mejl går iväg är inte prövat", "    annualcycle doctor --send DIN-ADRESS");
        }
    }

    private static async Task<(TenantFinding, Installation?)> DatabaseAsync(ServiceOptions options,
        ConfigurationFolder configuration, DataFolder data, TimeProvider time, CancellationToken cancel)
    {
        var mistakes = new List<Mistake>();
        if (options.Database is null && !File.Exists(data.Database))
        {
            return (TenantFinding.Unknown($"det finns ingen databas i {data.Path} ännu", "Starta tjänsten en gång, eller ange mappen med --data."), null);
        }

        try
        {
            var installation = await Installation.OpenAsync(
                options, configuration, data, Instant.FromDateTimeOffset(time.GetUtcNow()), mistakes, cancel);
            return (installation is null ? TenantFinding.Wrong(string.Join(' ', mistakes))
                : TenantFinding.Good(options.Database is null ? "databasen öppnas (SQLite)" : "databasen öppnas (PostgreSQL)"), installation);
        }
        catch (Exception error) when (DatabaseTrouble.Of(error) is { } trouble)
        {
            return (TenantFinding.Wrong(trouble.Text), null);
        }
    }

    private static async Task<IReadOnlyList<TenantFinding>> WithoutOutlookAsync(
        Installation? installation, TimeProvider time, CancellationToken cancel) => installation is not null
        && await LeftInOutlook.MistakeAsync(installation, Instant.FromDateTimeOffset(time.GetUtcNow()), cancel) is { } left
            ? [TenantFinding.Wrong($"{left}")] : [TenantFinding.Unknown("Outlook är inte inställt: alla kallelser går som mejl")];

    private static async Task<IReadOnlyList<TenantFinding>> OutlookAsync(
        Installation? installation, ServiceOptions options, OutlookTenant tenant, TimeProvider time, CancellationToken cancel) =>
        (installation is null ? await new TenantCheck(tenant, TenantDesk.Wishes(options), time).RunAsync(cancel)
            : await new TenantDesk(installation, tenant, new OutlookBusy(installation, tenant), new TenantHealth(), time).LookAsync(cancel)).Findings;

    private static async Task<TenantFinding> SendAsync(MailRoads roads, string address, OutlookTenant? tenant,
        ServiceOptions options, TimeProvider time, CancellationToken cancel)
    {
        if (Mailbox.Read(address) is not { } to)
        {
            return TenantFinding.Wrong($"--send är ”{address}”", "Skriv en adress, som asa@nord.example.");
        }

        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var outcome = await roads.SendAsync(new OutgoingMail($"doctor.{now.ToUnixTimeTicks()}", to, "Provmejl från AnnualCycle",
            "Det här mejlet skickades med annualcycle doctor. Det visar att tjänstens mejl går iväg.", now), cancel);
        return outcome.Kind == MailOutcomeKind.Accepted ? TenantFinding.Good($"provmejlet gick iväg: {outcome.Text}. Se efter att det kommer fram.")
            : TenantFinding.Wrong($"provmejlet gick inte: {outcome.Text}",
                outcome is { Stage: MailStage.Sender, NeedsAdministrator: true } && tenant is not null && options.SendsByOutlook
                    ? TenantAdvice.Admission(tenant.Access, TenantDesk.Wishes(options)) : []);
    }
}
