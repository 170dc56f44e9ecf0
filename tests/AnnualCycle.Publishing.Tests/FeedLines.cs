using System.Text;
using AnnualCycle.Storage.Feeds;

namespace AnnualCycle.Publishing.Tests;

/// <summary>The events of a feed as lines of text, read without anything of ours.</summary>
internal static class FeedLines
{
    /// <summary>By UID, the properties of each event by their names.</summary>
    public static Dictionary<string, Dictionary<string, string>> Events(this StoredFeed feed) =>
        Text(feed).Split("BEGIN:VEVENT\r\n").Skip(1).Select(text => Properties(text[..text.IndexOf("END:VEVENT",
            StringComparison.Ordinal)])).ToDictionary(own => own["UID"]);

    public static string Text(this StoredFeed feed) =>
        Encoding.UTF8.GetString(feed.Content).Replace("\r\n ", "", StringComparison.Ordinal);

    /// <summary>SEQUENCE, LAST-MODIFIED, CREATED and DTSTAMP by UID.</summary>
    public static Dictionary<string, string> Stamps(this StoredFeed feed) => feed.Events().ToDictionary(
        own => own.Key,
        own => $"{own.Value["SEQUENCE"]} {own.Value["LAST-MODIFIED"]} {own.Value["CREATED"]} {own.Value["DTSTAMP"]}");

    private static Dictionary<string, string> Properties(string text) => text
        .Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
        .Select(line => (Name: line[..line.IndexOfAny([':', ';'])], Value: line[(line.IndexOf(':') + 1)..]))
        .ToDictionary(line => line.Name, line => line.Value);
}
