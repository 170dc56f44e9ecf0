namespace AnnualCycle.Server.Pages.Subscriptions;

/// <summary>The address that people reach the service at; null until an administrator has set it.</summary>
public sealed record PublicAddress(Uri? Address)
{
    /// <summary>What was set; else what this reader typed, which is right as long as nothing stands between.</summary>
    public Uri For(HttpRequest request) => Address ?? new Uri($"{request.Scheme}://{request.Host}{request.PathBase}/");
}
