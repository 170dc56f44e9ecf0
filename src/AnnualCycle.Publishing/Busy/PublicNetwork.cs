using System.Net;
using System.Net.Sockets;

namespace AnnualCycle.Publishing.Busy;

/// <summary>
/// Which addresses are out on the internet: a calendar's address, which anybody may have written, must not make the
/// service ask its own machine or the network around it (RFC 6890, the registries of special-purpose addresses).
/// </summary>
public static class PublicNetwork
{
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Within 2000::/3: Teredo, benchmarks, documentation, and 6to4, which carries an IPv4 address inside.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    public static bool Has(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(plain))
            && !Special.Any(network => network.Contains(plain));
    }
}
