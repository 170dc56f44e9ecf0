using NodaTime.Text;
using Npgsql;
using Quartz;

namespace AnnualCycle.Server.Configuration;

/// <summary>Holds an administrator's settings against what they may be, all at once.</summary>
internal static class OptionsCheck
{
    private const string File = "appsettings.json";

    /// <summary>The file is no JSON, or has a value of a wrong kind.</summary>
    public static Mistake Unreadable { get; } = new(File, 0, "inställningarna går inte att läsa",
        "PublicAddress ska vara en adress som https://arshjul.nord.example");

    public static IEnumerable<Mistake> Mistakes(ServiceOptions options)
    {
        if (options.PublicAddress is not (null or { IsAbsoluteUri: true, Scheme: "http" or "https" }))
        {
            yield return Unreadable;
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

        if (!CronExpression.TryParse(options.NightlyWork, out _))
        {
            yield return new(File, 0, $"NightlyWork är ”{options.NightlyWork}”",
                "Skriv ett cron-uttryck, 0 0 3 * * ? för klockan tre varje natt");
        }

        if (options.FeedMemoryMegabytes is < 0 or > 100_000)
        {
            yield return new(File, 0, "FeedMemoryMegabytes ska vara ett antal megabyte, 0 eller mer");
        }
    }

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
