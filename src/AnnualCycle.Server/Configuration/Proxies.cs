using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace AnnualCycle.Server.Configuration;

/// <summary>The proxies that are believed when they say from where somebody asks.</summary>
internal static class Proxies
{
    /// <summary>One address, or a network; null when it is neither.</summary>
    public static IPNetwork? Read(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address)
            ? new IPNetwork(address, address.GetAddressBytes().Length * 8) : null;

    public static IEnumerable<string> Split(string proxies) =>
        proxies.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>
    /// As many proxies after another as there are, but none that is not named: whoever asks may write the header, too.
    /// </summary>
    public static void Believe(string proxies, ForwardedHeadersOptions options)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.ForwardLimit = null;
        foreach (var network in Split(proxies).Select(Read).OfType<IPNetwork>())
        {
            options.KnownIPNetworks.Add(network);
        }
    }
}
