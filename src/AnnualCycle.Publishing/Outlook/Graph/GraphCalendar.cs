using AnnualCycle.Storage.Outlook;

namespace AnnualCycle.Publishing.Outlook.Graph;

/// <summary>The requests about entries in organisers' calendars (Graph's resource type event).</summary>
public sealed class GraphCalendar(GraphClient graph)
{
    /// <param name="transaction">The same for every try.</param>
    public Task<GraphAnswer> CreateAsync(OutlookMeeting meeting, string transaction, CancellationToken cancel) =>
        graph.AskAsync(new GraphRequest(HttpMethod.Post, meeting.Mailbox, "/events")
        {
            Body = EntryJson.New(OutlookEvent.Read(meeting.Sending!), meeting.Key, meeting.SendingRevision, transaction),
        }, cancel);

    public Task<GraphAnswer> ReadAsync(string mailbox, string id, CancellationToken cancel) => graph.AskAsync(
        new GraphRequest(HttpMethod.Get, mailbox, $"{PathOf(id)}?{GraphProperties.Expand}"), cancel);

    /// <summary>Entries with a key; one that has just been made may not be found yet.</summary>
    public Task<GraphAnswer> FindAsync(string mailbox, string key, CancellationToken cancel) => graph.AskAsync(
        new GraphRequest(HttpMethod.Get, mailbox, $"/events?{GraphProperties.Filter(key)}&{GraphProperties.Expand}"), cancel);

    /// <summary>Changes exactly what was found, or nothing.</summary>
    public Task<GraphAnswer> ChangeAsync(OutlookMeeting meeting, GraphEvent found, CancellationToken cancel) =>
        graph.AskAsync(new GraphRequest(HttpMethod.Patch, meeting.Mailbox, PathOf(found.Id))
        {
            IfMatch = found.ETag,
            Body = EntryJson.Change(OutlookEvent.Read(meeting.Told!), OutlookEvent.Read(meeting.Seen!), OutlookEvent.Read(meeting.Sending!), found,
                meeting.SendingRevision),
        }, cancel);

    /// <summary>Calls it off: everybody who is asked is told, with the comment.</summary>
    public Task<GraphAnswer> CancelAsync(OutlookMeeting meeting, string comment, CancellationToken cancel) =>
        graph.AskAsync(new GraphRequest(HttpMethod.Post, meeting.Mailbox, $"{PathOf(meeting.EventId!)}/cancel")
        {
            Body = EntryJson.Cancel(comment), IsAnsweredEmpty = true,
        }, cancel);

    // Ids are safe in addresses as they are, but for what ends with an equals sign.
    private static string PathOf(string id) => $"/events/{Uri.EscapeDataString(id)}";
}
