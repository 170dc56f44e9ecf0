namespace AnnualCycle.Server.Pages.Subscriptions;

/// <summary>A feed as people take it into their own calendars.</summary>
/// <param name="Name">What the calendar is called there.</param>
/// <param name="Feed">Full address of the .ics.</param>
/// <param name="Page">Full address of the page that says how; what the QR code leads to.</param>
public sealed record Subscription(string Name, Uri Feed, Uri Page)
{
    /// <param name="id">A collaboration's or a group's.</param>
    public static Subscription Of(Uri service, string name, string id) =>
        new(name, new Uri(service, $"/feeds/{id}.ics"), new Uri(service, $"/{id}"));

    /// <summary>The same with the scheme that calendars on telephones and computers answer to.</summary>
    public string Webcal => $"webcal{Feed.AbsoluteUri[Feed.Scheme.Length..]}";

    public string Outlook =>
        $"https://outlook.office.com/calendar/0/addfromweb?url={Uri.EscapeDataString(Feed.AbsoluteUri)}"
        + $"&name={Uri.EscapeDataString(Name)}";

    public string Google => $"https://calendar.google.com/calendar/r?cid={Uri.EscapeDataString(Webcal)}";

    /// <summary>
    /// Google and Outlook on the web fetch from their own servers, over https; a service that runs on this computer or
    /// without https is out of their reach.
    /// </summary>
    public bool IsReachable => Feed.Scheme == Uri.UriSchemeHttps && !Feed.IsLoopback;
}
