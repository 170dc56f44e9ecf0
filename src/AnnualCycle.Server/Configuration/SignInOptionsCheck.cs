using System.Globalization;

namespace AnnualCycle.Server.Configuration;

/// <summary>Holds the settings of signing in against what they may be, all at once.</summary>
internal static class SignInOptionsCheck
{
    private const string Section = nameof(ServiceOptions.SignIn);
    private const int MostDays = 90;

    /// <summary>Settings that there are not, and values that cannot be one of their setting.</summary>
    public static IEnumerable<Mistake> Mistakes(IConfigurationSection section)
    {
        foreach (var mistake in Unknown(section, Section, typeof(SignInOptions)))
        {
            yield return mistake;
        }

        foreach (var provider in section.GetSection(nameof(SignInOptions.Providers)).GetChildren())
        {
            foreach (var mistake in Unknown(provider, $"{Section}:Providers:{provider.Key}", typeof(ProviderOptions)))
            {
                yield return mistake;
            }
        }

        if (section[nameof(SignInOptions.SessionDays)] is { } days
            && !int.TryParse(days, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
        {
            yield return Days(days);
        }

        if (section[nameof(SignInOptions.Links)] is { } links && !bool.TryParse(links, out _))
        {
            yield return OptionsCheck.Wrong($"{Section}:Links är ”{links}”", "Skriv true eller false");
        }
    }

    public static IEnumerable<Mistake> Mistakes(SignInOptions options)
    {
        if (options.SessionDays is < 1 or > MostDays)
        {
            yield return Days($"{options.SessionDays}");
        }

        foreach (var (name, provider) in options.Providers)
        {
            foreach (var (setting, said, advice) in Of(name, provider))
            {
                yield return OptionsCheck.Wrong($"{Section}:Providers:{name}{setting} är ”{said}”", advice);
            }
        }
    }

    /// <summary>Files that are named and cannot be seen.</summary>
    public static IEnumerable<Mistake> MistakesInFiles(SignInOptions options) => options.Providers
        .Where(own => own.Value.ClientSecretFile is { } file && !File.Exists(file))
        .Select(own => OptionsCheck.Wrong(
            $"{Section}:Providers:{own.Key}:ClientSecretFile är ”{own.Value.ClientSecretFile}”",
            "Filen finns inte, eller så får tjänsten inte se den"));

    private static IEnumerable<(string Setting, string? Said, string Advice)> Of(string name, ProviderOptions provider)
    {
        if (name.Length == 0 || !name.All(char.IsAsciiLetterOrDigit))
        {
            yield return ("", name, "Välj ett kort namn av bokstäver a–z, som nord");
        }

        if (provider.Name.Length == 0)
        {
            yield return (":Name", "", "Skriv vad organisationen heter på knappen, som Region Nord");
        }

        if (!IsSafe(provider.Authority))
        {
            yield return (":Authority", provider.Authority?.ToString(),
                "Skriv utfärdarens adress med https, som https://login.microsoftonline.com/{klient-id}/v2.0");
        }

        if (provider.ClientId.Length == 0)
        {
            yield return (":ClientId", "", "Skriv det id som organisationen gav tjänsten");
        }

        if (provider is { ClientSecret: null or "", ClientSecretFile: null or "" })
        {
            yield return (":ClientSecretFile", "", "Skriv en fil med hemligheten, eller sätt ClientSecret i miljön");
        }

        if (!provider.Domains.Contains('.', StringComparison.Ordinal) || provider.Domains.Contains('@'))
        {
            yield return (":Domains", provider.Domains,
                "Skriv de domäner som organisationen svarar för, som nord.example, nordsjukhuset.example");
        }
    }

    // Entra's common and organizations let anybody's directory say who somebody is.
    private static bool IsSafe(Uri? authority) => authority is { IsAbsoluteUri: true }
        && (authority.Scheme == Uri.UriSchemeHttps || authority is { Scheme: "http", IsLoopback: true })
        && !authority.Segments.Any(part => part.Trim('/') is "common" or "organizations" or "consumers");

    private static IEnumerable<Mistake> Unknown(IConfigurationSection section, string path, Type options)
    {
        var known = options.GetProperties().Select(option => option.Name).ToList();
        return section.GetChildren().Select(setting => setting.Key).Except(known, StringComparer.OrdinalIgnoreCase)
            .Select(name => OptionsCheck.Wrong($"inställningen ”{path}:{name}” finns inte",
                Suggestion.Advice(name, known, $"De som finns är {string.Join(", ", known)}")));
    }

    private static Mistake Days(string text) =>
        OptionsCheck.Wrong($"{Section}:SessionDays är ”{text}”", $"Skriv ett antal dygn, 1 till {MostDays}");
}
