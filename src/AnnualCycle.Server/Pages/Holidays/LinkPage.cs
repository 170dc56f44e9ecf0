namespace AnnualCycle.Server.Pages.Holidays;

/// <summary>What a page that a secret link leads to says to browsers and search engines.</summary>
internal static class LinkPage
{
    /// <summary>The address is told to nobody, listed by nobody and kept nowhere.</summary>
    public static void Keep(HttpResponse response)
    {
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        response.Headers.CacheControl = "no-store";
    }
}
