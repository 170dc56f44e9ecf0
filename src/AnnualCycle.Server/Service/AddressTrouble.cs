using Microsoft.AspNetCore.Connections;

namespace AnnualCycle.Server.Service;

/// <summary>Says in words why the service cannot listen where it was told to.</summary>
internal static class AddressTrouble
{
    /// <summary>Null when the error is about something else.</summary>
    public static string? Of(Exception error) => error switch
    {
        IOException { InnerException: AddressInUseException } =>
            $"Porten är upptagen ({AddressOf(error.Message)}). Kör tjänsten redan? Välj en annan med --urls.",
        FormatException or InvalidOperationException when error.StackTrace?.Contains("BindingAddress") == true
            || error.StackTrace?.Contains("AddressBinder") == true =>
            $"Adressen i --urls går inte att lyssna på ({error.Message}). Skriv till exempel http://127.0.0.1:5080",
        _ => null,
    };

    // Kestrel: "Failed to bind to address http://127.0.0.1:5080: address already in use."
    private static string AddressOf(string message) =>
        message.Split(' ').FirstOrDefault(word => word.StartsWith("http", StringComparison.Ordinal))?.TrimEnd(':') ?? "--urls";
}
