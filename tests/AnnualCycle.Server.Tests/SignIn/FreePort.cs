using System.Net;
using System.Net.Sockets;

namespace AnnualCycle.Server.Tests.SignIn;

/// <summary>A port that nobody listened on a moment ago, for what has to come back at the same address.</summary>
internal static class FreePort
{
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
