// Over 200 lines because every setting stands here with what may be wrong in it and what to write instead.
using System.Globalization;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Outlook.Graph;

namespace AnnualCycle.Server.Configuration;

/// <summary>Holds the settings of Outlook against what they may be, all at once.</summary>
internal static class OutlookOptionsCheck
{
    private const string Section = nameof(ServiceOptions.Outlook);

    private const string OneProof = "Skriv ett av dem: CertificateFile, ClientSecretFile, eller sätt "
        + "AnnualCycle__Outlook__ClientSecret i miljön";

    private static readonly string[] Clouds = Enum.GetNames<GraphCloud>();

    /// <summary>Settings that there are not, and values that cannot be one of their setting.</summary>
    public static IEnumerable<Mistake> Mistakes(IConfigurationSection section)
    {
        if (!string.IsNullOrEmpty(section.Value))
        {
            yield return Wrong("", section.Value, "Skriv Tenant, ClientId och det som behövs därtill inom { }");
        }

        foreach (var mistake in Unknown(section, "", typeof(OutlookOptions)).Concat(OfOrganisers(section)))
        {
            yield return mistake;
        }

        if (section["Cloud"] is { } cloud && !Clouds.Contains(cloud, StringComparer.OrdinalIgnoreCase))
        {
            yield return Wrong("Cloud", cloud, Suggestion.Advice(cloud, Clouds, $"De som finns är {string.Join(", ", Clouds)}"));
        }

        foreach (var (name, range) in new[] { ("MailsPerMinute", "1 till 300"), ("QuietSeconds", "0 till 3600") })
        {
            if (section[name] is { } number
                && !int.TryParse(number, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
            {
                yield return Wrong(name, number, $"Skriv ett helt tal, {range}");
            }
        }

        foreach (var name in new[] { "SendMail", "FreeBusy" })
        {
            if (section[name] is { } text && !bool.TryParse(text, out _))
            {
                yield return Wrong(name, text, "Skriv true eller false");
            }
        }
    }

    public static IEnumerable<Mistake> Mistakes(ServiceOptions options) => options.Outlook is not { } own ? []
        : [.. OfTenant(own), .. OfProof(own), .. OfMailboxes(own), .. OfNumbers(own), .. OfMail(own, options.Mail)];

    /// <summary>Files that are named and cannot be seen; only a service that runs needs them.</summary>
    public static IEnumerable<Mistake> MistakesInFiles(OutlookOptions? own) =>
        new[] { ("ClientSecretFile", own?.ClientSecretFile), ("CertificateFile", own?.CertificateFile),
            ("CertificatePasswordFile", own?.CertificatePasswordFile) }
        .Where(named => named.Item2 is { } file && !File.Exists(file))
        .Select(named => Wrong(named.Item1, named.Item2!, "Filen finns inte, eller så får tjänsten inte se den"));

    private static IEnumerable<Mistake> OfTenant(OutlookOptions own)
    {
        if (!Guid.TryParse(own.Tenant, out _) && !IsDomain(own.Tenant))
        {
            yield return Wrong("Tenant", own.Tenant,
                "Skriv klientorganisationens id (Katalog-ID i Entra), eller dess domän som nord.example");
        }

        if (!Guid.TryParse(own.ClientId, out _))
        {
            yield return Wrong("ClientId", own.ClientId, "Skriv appregistreringens Program-ID (klient) i Entra, ett GUID");
        }

        foreach (var (name, address) in new[] { ("Endpoint", own.Endpoint), ("Authority", own.Authority) })
        {
            if (address is not (null or { IsAbsoluteUri: true, Scheme: "https" }
                or { IsAbsoluteUri: true, Scheme: "http", IsLoopback: true }))
            {
                yield return Wrong(name, $"{address}", "Skriv en adress med https, eller ta bort den för molnets egen");
            }
        }
    }

    private static IEnumerable<Mistake> OfProof(OutlookOptions own)
    {
        var proofs = new[] { own.ClientSecret, own.ClientSecretFile, own.CertificateFile }
            .Count(proof => !string.IsNullOrEmpty(proof));
        if (proofs != 1)
        {
            yield return OptionsCheck.Wrong(proofs == 0 ? $"{Section}:CertificateFile saknas"
                : $"{Section} har både certifikat och hemlighet, eller två hemligheter", OneProof);
        }

        if (own is { CertificatePasswordFile: not null, CertificateFile: null or "" })
        {
            yield return OptionsCheck.Wrong($"{Section}:CertificatePasswordFile hör till inget certifikat",
                "Skriv CertificateFile, eller ta bort den");
        }
    }

    private static IEnumerable<Mistake> OfMailboxes(OutlookOptions own)
    {
        foreach (var (collaboration, organiser) in own.Organisers.Where(one => !IsMailbox(one.Value.Mailbox)))
        {
            yield return Wrong($"Organisers:{collaboration}:Mailbox", organiser.Mailbox, "Skriv en adress, som simba@nord.example");
        }

        foreach (var domain in own.Domains.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(domain => !IsDomain(domain)))
        {
            yield return Wrong("Domains", domain, "Skriv domäner med komma emellan, som nord.example, syd.example");
        }

        if (own.Refuses is { } refuses && !IsMailbox(refuses))
        {
            yield return Wrong("Refuses", refuses, "Skriv adressen till en brevlåda som tjänsten inte ska komma åt");
        }
        else if (own.Organisers.Values.Any(one => string.Equals(one.Mailbox, own.Refuses, StringComparison.OrdinalIgnoreCase)))
        {
            yield return Wrong("Refuses", own.Refuses!, "Den är organisatör: välj en brevlåda som tjänsten inte ska komma åt");
        }
    }

    private static IEnumerable<Mistake> OfNumbers(OutlookOptions own)
    {
        if (own.MailsPerMinute is < 1 or > 300)
        {
            yield return Wrong("MailsPerMinute", $"{own.MailsPerMinute}",
                "Skriv hur många mejl Outlook får skicka på en minut för en organisatör, 1 till 300; Exchange Online tillåter 30");
        }

        if (own.QuietSeconds is < 0 or > 3600)
        {
            yield return Wrong("QuietSeconds", $"{own.QuietSeconds}", "Skriv ett antal sekunder, 0 till 3600");
        }
    }

    private static IEnumerable<Mistake> OfMail(OutlookOptions own, MailOptions? mail)
    {
        if (own.SendMail && mail is null)
        {
            yield return OptionsCheck.Wrong("Mail:From saknas",
                $"{Section}:SendMail skickar från den brevlådan; skriv som Samverkansåret <arshjul@nord.example>");
        }

        if (own.SendMail && mail is { Server.Length: > 0 })
        {
            yield return OptionsCheck.Wrong($"både Mail:Server och {Section}:SendMail skickar mejl", "Ta bort en av dem");
        }
    }

    private static IEnumerable<Mistake> OfOrganisers(IConfigurationSection section)
    {
        if (section["Organisers"] is { Length: > 0 } text)
        {
            yield return Wrong("Organisers", text, "Skriv { \"simba\": { \"Mailbox\": \"simba@nord.example\" } }");
        }

        foreach (var organiser in section.GetSection(nameof(OutlookOptions.Organisers)).GetChildren())
        {
            var path = $":Organisers:{organiser.Key}";
            if (!string.IsNullOrEmpty(organiser.Value))
            {
                yield return Wrong(path[1..], organiser.Value, "Skriv { \"Mailbox\": \"simba@nord.example\" }");
            }

            if (organiser["Teams"] is { } teams && !bool.TryParse(teams, out _))
            {
                yield return Wrong($"{path[1..]}:Teams", teams, "Skriv true eller false");
            }

            foreach (var mistake in Unknown(organiser, path, typeof(OrganiserOptions)))
            {
                yield return mistake;
            }
        }
    }

    private static IEnumerable<Mistake> Unknown(IConfigurationSection section, string path, Type options)
    {
        var known = options.GetProperties().Where(option => option.CanWrite).Select(option => option.Name).ToList();
        return section.GetChildren().Select(setting => setting.Key).Except(known, StringComparer.OrdinalIgnoreCase)
            .Select(name => OptionsCheck.Wrong($"inställningen ”{Section}{path}:{name}” finns inte",
                Suggestion.Advice(name, known, $"De som finns är {string.Join(", ", known)}")));
    }

    private static bool IsDomain(string text) =>
        text.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(text) == UriHostNameType.Dns;

    private static bool IsMailbox(string text) => Mailbox.Read(text) is { NeedsUtf8: false, Name: null } box && box.Address == text;

    private static Mistake Wrong(string name, string value, string? advice) => OptionsCheck.Wrong(
        value.Length == 0 ? $"{Section}:{name} saknas" : $"{Section}{(name.Length > 0 ? ":" : "")}{name} är ”{value}”", advice);
}
