using System.Globalization;
using System.Text.Json;
using NodaTime.Text;
using Npgsql;
using Quartz;

namespace AnnualCycle.Server.Configuration;

/// <summary>Holds an administrator's settings against what they may be, all at once.</summary>
internal static class OptionsCheck
{
    private const string File = "appsettings.json";

    // A time that comes every night, or every week, comes then too; 31 February and a year that has been do not.
    private static readonly DateTimeOffset FarAhead = new(2090, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The file is no JSON.</summary>
    public static Mistake Unreadable(Exception wrong) =>
        wrong.GetBaseException() is JsonException { LineNumber: { } line }
        ? new(File, (int)line + 1, "här slutar filen att vara JSON", "Jämför med appsettings.sample.json")
        : new(File, 0, $"inställningarna går inte att läsa ({wrong.Message})", "Jämför med appsettings.sample.json");

    /// <summary>Settings that there are not, and values that cannot be one of their setting.</summary>
    public static IEnumerable<Mistake> Mistakes(IConfigurationSection section)
    {
        var known = typeof(ServiceOptions).GetProperties().Where(option => option.CanWrite)
            .Select(option => option.Name).ToList();
        foreach (var name in section.GetChildren().Select(setting => setting.Key)
            .Except(known, StringComparer.OrdinalIgnoreCase))
        {
            yield return new(File, 0, $"inställningen ”{name}” finns inte",
                Suggestion.Advice(name, known, $"De som finns är {string.Join(", ", known)}"));
        }

        if (section[nameof(ServiceOptions.FeedMemoryMegabytes)] is { } megabytes
            && !int.TryParse(megabytes, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
        {
            yield return Memory(megabytes);
        }

        foreach (var mistake in MailOptionsCheck.Mistakes(section.GetSection(nameof(ServiceOptions.Mail)))
            .Concat(SignInOptionsCheck.Mistakes(section.GetSection(nameof(ServiceOptions.SignIn))))
            .Concat(OutlookOptionsCheck.Mistakes(section.GetSection(nameof(ServiceOptions.Outlook)))))
        {
            yield return mistake;
        }
    }

    /// <summary>What is wrong in the settings, and what to write instead.</summary>
    public static Mistake Wrong(string text, string? advice) => new(File, 0, text, advice);

    public static IEnumerable<Mistake> Mistakes(ServiceOptions options)
    {
        foreach (var mistake in (options.Mail is { } mail ? MailOptionsCheck.Mistakes(mail, options.SendsByOutlook) : [])
            .Concat(SignInOptionsCheck.Mistakes(options.SignIn)).Concat(OutlookOptionsCheck.Mistakes(options)))
        {
            yield return mistake;
        }

        foreach (var proxy in Proxies.Split(options.Proxies).Where(proxy => Proxies.Read(proxy) is null))
        {
            yield return new(File, 0, $"Proxies har ”{proxy}”",
                "Skriv adresser och nät med komma emellan, som 10.1.0.5, 10.2.0.0/16");
        }

        // Links in mails lead there; without it they would lead to this computer.
        if (options is { Mail: not null, PublicAddress: null })
        {
            yield return new(File, 0, "PublicAddress behövs när tjänsten skickar e-post",
                "Skriv adressen som människor når tjänsten på, som https://arshjul.nord.example");
        }

        if (options.PublicAddress is not (null or { IsAbsoluteUri: true, Scheme: "http" or "https" }))
        {
            yield return new(File, 0, $"PublicAddress är ”{options.PublicAddress}”",
                "Skriv hela adressen, som https://arshjul.nord.example");
        }

        if (options.Database is { } database && !IsConnection(database))
        {
            yield return new(File, 0, "Database går inte att läsa",
                "Skriv Host=…;Database=…;Username=…, eller ta bort den för SQLite");
        }

        if (!AnnualDatePattern.CreateWithInvariantCulture("MM-dd").Parse(options.BookingSeason).Success)
        {
            yield return new(File, 0, $"BookingSeason är ”{options.BookingSeason}”", "Skriv månad och dag, 09-01");
        }

        if (!CronExpression.TryParse(options.NightlyWork, out var night)
            || night.GetNextValidTimeAfter(FarAhead) is null)
        {
            yield return new(File, 0, $"NightlyWork är ”{options.NightlyWork}”",
                "Skriv ett cron-uttryck, 0 0 3 * * ? för klockan tre varje natt");
        }

        if (options.FeedMemoryMegabytes is < 0 or > 100_000)
        {
            yield return Memory($"{options.FeedMemoryMegabytes}");
        }
    }

    private static Mistake Memory(string text) => new(File, 0, $"FeedMemoryMegabytes är ”{text}”",
        "Skriv ett antal megabyte, 0 till 100000");

    private static bool IsConnection(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
