using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;

namespace AnnualCycle.Server.Pages;

/// <summary>The pages' one style sheet; its address changes with its content, so that browsers may keep it.</summary>
public sealed record StyleSheet(string Address)
{
    private const string File = "annualcycle.css";

    /// <summary>What is served as it is; beside the program, wherever its user stands.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    public static StyleSheet Find()
    {
        var hash = SHA256.HashData(System.IO.File.ReadAllBytes(Path.Combine(Folder, File)));
        return new($"/{File}?v={Convert.ToHexStringLower(hash)[..12]}");
    }

    /// <summary>A file asked for by its version never changes; the others are asked about each time.</summary>
    internal static void Keep(StaticFileResponseContext context) => context.Context.Response.Headers.CacheControl =
        context.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";
}
