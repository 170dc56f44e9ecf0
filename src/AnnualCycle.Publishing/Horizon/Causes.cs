using AnnualCycle.Storage.Network;

namespace AnnualCycle.Publishing.Horizon;

/// <summary>Says in words why a year was planned again.</summary>
internal static class Causes
{
    private const string Charter = "charter:";

    public const string NoPlan = "Bokningstiden har börjat och året saknade plan.";

    public const string AskedFor = "Året saknade plan och efterfrågades.";

    // Of a plan whose own inputs are as they were: it was planned together with what changed.
    private const string Others = "Samverkan med samma personer eller gemensamma möten är planerade på nytt.";

    /// <param name="collaboration">Id of the one whose plan it is.</param>
    /// <param name="changed">Names of inputs whose print is another than when the plan was made.</param>
    public static string Text(string collaboration, IReadOnlyList<string> changed, NetworkInput input)
    {
        // Its own charter explains it; another's only when nothing nearer does.
        var own = changed.Where(name => !name.StartsWith(Charter, StringComparison.Ordinal)
            || name == Charter + collaboration).ToList();
        return changed.Count == 0 ? Others
            : string.Join(' ', (own.Count > 0 ? own : changed).Select(name => Text(name, input)));
    }

    private static string Text(string name, NetworkInput input) => name switch
    {
        "calendars" => "Helgdagar, lov eller stängda dagar är ändrade.",
        "people" => "Listan över personer är ändrad.",
        "dates" => "Datum som beslutats på annat håll är ändrade.",
        "holidays" => "Sammankallande har svarat om möten inför och efter storhelger.",
        "busy" => "Tider då personer är upptagna är ändrade.",
        _ => $"Uppdragsbeskrivningen för {NameOf(name.Split(':')[^1], input)} är ändrad.",
    };

    private static string NameOf(string id, NetworkInput input) =>
        input.Collaborations.FirstOrDefault(collaboration => collaboration.Id == id)?.Name ?? id;
}
