using System.Net;

namespace AnnualCycle.Server.Jobs;

/// <summary>What this process is called among those that share the work.</summary>
internal static class Node
{
    /// <summary>Another at every start: a node that comes back is told from the one that was cut off.</summary>
    public static string Name { get; } = $"{Dns.GetHostName()}/{Environment.ProcessId}";
}
