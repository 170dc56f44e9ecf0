using System.Text;
using Microsoft.Extensions.Primitives;

namespace AnnualCycle.Server.Feeds;

/// <summary>
/// Why a calendar is not handed out, for the program that asked and for the person who reads what it shows.
/// </summary>
internal sealed class Refusal(int status, string sentence)
{
    private readonly byte[] _text = Encoding.UTF8.GetBytes(sentence + "\n");

    /// <summary>It may come: a client goes on asking. Also for an address that was mistyped.</summary>
    public static Refusal Unknown { get; } = new(
        StatusCodes.Status404NotFound, "Här finns ingen kalender. Se efter att hela adressen kom med.");

    /// <summary>Clients stop asking for good (Thunderbird does).</summary>
    public static Refusal Gone { get; } = new(
        StatusCodes.Status410Gone, "Den här kalenderlänken gäller inte längre. Be den som gav dig länken om en ny.");

    public static Refusal ReadOnly { get; } = new(
        StatusCodes.Status405MethodNotAllowed, "Kalendern går att läsa men inte att ändra här.")
    { Allow = "GET, HEAD" };

    /// <summary>
    /// Clients keep what they have and ask again; an empty calendar would wipe the year out of their phones.
    /// </summary>
    public static Refusal Away { get; } = new(
        StatusCodes.Status503ServiceUnavailable, "Kalendern går inte att hämta just nu. Försök igen om en liten stund.")
    { RetryAfter = "60" };

    public int Status { get; } = status;

    public ReadOnlyMemory<byte> Text => _text;

    public StringValues Allow { get; private init; }

    public StringValues RetryAfter { get; private init; }
}
