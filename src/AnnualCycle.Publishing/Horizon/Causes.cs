using AnnualCycle.Storage.Network;

namespace AnnualCycle.Publishing.Horizon;

/// <summary>Says in words why a year was planned again.</summary>
internal static class Causes
{
    public const string NoPlan = "Bokningstiden har börjat och året saknade plan.";

    public const string AskedFor = "Året saknade plan och efterfrågades.";

    /// <param name="changed">Names of inputs whose print is another than when the plan was made.</param>
    public static string Text(IEnumerable<string> changed, NetworkInput input) =>
        string.Join(' ', changed.Select(name => Text(name, input)));

    private static string Text(string name, NetworkInput input) => name switch
    {
        "calendars" => "Helgdagar, lov eller stängda dagar är ändrade.",
        "people" => "Listan över personer är ändrad.",
        "dates" => "Datum som beslutats på annat håll är ändrade.",
        "busy" => "Tider då personer är upptagna är ändrade.",
        _ => $"Uppdragsbeskrivningen för {NameOf(name.Split(':')[^1], input)} är ändrad.",
    };

    private static string NameOf(string id, NetworkInput input) =>
        input.Collaborations.FirstOrDefault(collaboration => collaboration.Id == id)?.Name ?? id;
}
