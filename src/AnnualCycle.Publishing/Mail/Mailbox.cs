using System.Globalization;
using System.Text;

namespace AnnualCycle.Publishing.Mail;

/// <summary>Whom a mail is to or from.</summary>
/// <param name="Address">As the person has it; it need not be one that mail can be sent to.</param>
/// <param name="Name">Shown instead of the address; null when there is none.</param>
public sealed record Mailbox(string Address, string? Name = null)
{
    private const string Symbols = "!#$%&'*+-/=?^_`{|}~.";

    // Without ICU the mapping knows no more than this, which is what the names of hosts in Sweden need.
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>
    /// Reads <c>Name &lt;name@host.example&gt;</c> or the address alone; null when no mail can go there.
    /// </summary>
    public static Mailbox? Read(string text)
    {
        text = text.Trim();
        var open = text.LastIndexOf('<');
        var name = open > 0 ? text[..open].Trim().Trim('"') : "";
        var address = open >= 0 && text.EndsWith('>') ? text[(open + 1)..^1].Trim() : text;
        var box = new Mailbox(address, name.Length > 0 ? name : null);
        return box.Wire is null ? null : box;
    }

    /// <summary>
    /// The address as it is said to a server: the host in letters that the net knows (RFC 5890). Null when it is no
    /// address, or one of the kinds that only tests have: local parts in quotation marks, hosts as numbers.
    /// </summary>
    /// <remarks>
    /// What passes holds no space, angle bracket, comma or control character, and so ends no command and no header.
    /// </remarks>
    public string? Wire => Address.LastIndexOf('@') is > 0 and var at
        && IsLocal(Address[..at]) && Host(Address[(at + 1)..]) is { } host
        && Encoding.UTF8.GetByteCount(Address[..at]) + 1 + host.Length <= 254 ? $"{Address[..at]}@{host}" : null;

    /// <summary>True when a server has to know RFC 6531 to take it.</summary>
    public bool NeedsUtf8 => !Ascii.IsValid(Address.AsSpan(0, Math.Max(0, Address.LastIndexOf('@'))));

    /// <summary>The host that a mail from here is sent by name of; null when there is none.</summary>
    public string? WireHost => Wire is { } wire ? wire[(wire.LastIndexOf('@') + 1)..] : null;

    private static bool IsLocal(string local) => Encoding.UTF8.GetByteCount(local) <= 64
        && local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal)
        && local.EnumerateRunes().All(IsOfLocal);

    private static bool IsOfLocal(Rune rune) => rune.IsAscii
        ? Rune.IsLetterOrDigit(rune) || Symbols.Contains((char)rune.Value)
        : rune != Rune.ReplacementChar && Rune.IsLetterOrDigit(rune);

    private static string? Host(string host)
    {
        try
        {
            var ascii = Idn.GetAscii(host).ToLowerInvariant();
            return ascii[^1] != '.' && !ascii.Split('.')[^1].All(char.IsAsciiDigit) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
