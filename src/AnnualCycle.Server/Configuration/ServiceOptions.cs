namespace AnnualCycle.Server.Configuration;

/// <summary>What an administrator sets for the whole service, in <c>appsettings.json</c> or the environment.</summary>
public sealed class ServiceOptions
{
    /// <summary>The section that the settings stand in.</summary>
    public const string Section = "AnnualCycle";

    /// <summary>
    /// The address that people reach the service at, http or https; its host ends every UID, so it should not change.
    /// Null until it is set.
    /// </summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>
    /// Settings from <c>appsettings.json</c> where the user stands and from variables such as
    /// <c>AnnualCycle__PublicAddress</c>, which win; null and a mistake when they cannot be used.
    /// </summary>
    public static ServiceOptions? Read(List<Mistake> mistakes)
    {
        try
        {
            var settings = new ConfigurationBuilder()
                .SetBasePath(Directory.GetCurrentDirectory())
                .AddJsonFile("appsettings.json", optional: true)
                .AddEnvironmentVariables()
                .Build();
            var options = settings.GetSection(Section).Get<ServiceOptions>() ?? new ServiceOptions();
            return options.PublicAddress is null or { IsAbsoluteUri: true, Scheme: "http" or "https" }
                ? options
                : throw new InvalidOperationException("PublicAddress");
        }
        catch (Exception wrong) when (wrong is InvalidDataException or InvalidOperationException)
        {
            mistakes.Add(new Mistake(
                "appsettings.json", 0, "inställningarna går inte att läsa",
                "PublicAddress ska vara en adress som https://arshjul.nord.example"));
            return null;
        }
    }
}
