using AnnualCycle.Storage.Charters;

namespace AnnualCycle.Server.Commands.Charters;

/// <summary>How the versions of charters are told at the terminal.</summary>
internal static class CharterWords
{
    public static string Of(CharterState state) => state switch
    {
        CharterState.Draft => "väntar",
        CharterState.InForce => "gäller",
        CharterState.Superseded => "ersatt",
        _ => "kastad",
    };
}
