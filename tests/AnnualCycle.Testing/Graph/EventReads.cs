using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Testing.Graph;

/// <summary>Shows events as Graph does: by id, by extended property, by window, page by page.</summary>
internal sealed class EventReads(GraphState state)
{
    public GraphAnswer Get(GraphCall call)
    {
        var mailbox = state.Mailbox(call);
        var entry = state.Event(call);
        if (state.Settings.LagById && !IsSeen(entry, entry.ReadsToMiss))
        {
            mailbox.Put(entry with { ReadsToMiss = Math.Max(0, entry.ReadsToMiss - 1) });
            throw GraphRefusal.NotFound(call);
        }

        var shown = Later(entry);
        mailbox.Put(shown);
        return GraphAnswer.Json(200, Write(shown, call, mailbox, GraphPreferences.Of(call))).With("ETag", shown.ETag);
    }

    public GraphAnswer Find(GraphCall call)
    {
        var mailbox = state.Mailbox(call);
        var filter = EventQuery.Filter(call);
        var found = Visible(mailbox, entry => filter is not { } wanted || entry.Property(wanted.Id) == wanted.Value);
        return Page(found, call, mailbox, GraphPreferences.Of(call));
    }

    public GraphAnswer CalendarView(GraphCall call)
    {
        var mailbox = state.Mailbox(call);
        var (from, to) = (Edge(call, "startDateTime"), Edge(call, "endDateTime"));
        var found = Visible(mailbox, entry => entry.Start < to.At && entry.End > from.At)
            .OrderBy(entry => entry.Start).ThenBy(entry => entry.Id, StringComparer.Ordinal).ToList();
        return Page(found, call, mailbox, GraphPreferences.Of(call, ignoreZone: from.HasOffset || to.HasOffset));
    }

    public GraphAnswer Calendar(GraphCall call)
    {
        var mailbox = state.Mailbox(call);
        var providers = mailbox.AllowedOnlineMeetingProviders;
        return GraphAnswer.Json(200, EventQuery.Selected(call, new JsonObject
        {
            ["@odata.context"] = $"{call.Root}v1.0/$metadata#users('{mailbox.Address}')/calendar/$entity",
            ["id"] = ExchangeEvent.NewId("AQMkAC", mailbox.Address, 0),
            ["name"] = "Kalender",
            ["color"] = "auto",
            ["hexColor"] = "",
            ["isDefaultCalendar"] = true,
            ["changeKey"] = "AAAAAA==",
            ["canShare"] = true,
            ["canViewPrivateItems"] = true,
            ["canEdit"] = true,
            ["allowedOnlineMeetingProviders"] = new JsonArray([.. providers.Select(name => (JsonNode)name)]),
            ["defaultOnlineMeetingProvider"] = providers.FirstOrDefault() ?? "unknown",
            ["isTallyingResponses"] = true,
            ["isRemovable"] = false,
            ["owner"] = new JsonObject { ["name"] = mailbox.Name, ["address"] = mailbox.Address },
        }));
    }

    // Each look-up that would have seen an event of late counts down what it is still hidden from.
    private List<ExchangeEvent> Visible(GraphMailbox mailbox, Func<ExchangeEvent, bool> which)
    {
        var matching = mailbox.Live.Where(which).ToList();
        foreach (var late in matching.Where(entry => entry.LookUpsToMiss > 0))
        {
            mailbox.Put(late with { LookUpsToMiss = late.LookUpsToMiss - 1 });
        }

        return [.. matching.Where(entry => IsSeen(entry, entry.LookUpsToMiss))];
    }

    private bool IsSeen(ExchangeEvent entry, int toMiss) => toMiss == 0 && state.Now >= entry.SeenFrom;

    // Teams adds its part some time after the creation, and that is a change like any other.
    private ExchangeEvent Later(ExchangeEvent entry) => entry switch
    {
        { IsOnlineMeeting: true, JoinUrl: null, ReadsToJoinUrl: > 1 } =>
            entry with { ReadsToJoinUrl = entry.ReadsToJoinUrl - 1 },
        { IsOnlineMeeting: true, JoinUrl: null } =>
            EventBody.Joined(entry with { ReadsToJoinUrl = 0 }).Changed(state.Now),
        _ => entry,
    };

    private GraphAnswer Page(List<ExchangeEvent> found, GraphCall call, GraphMailbox mailbox, GraphPreferences prefer)
    {
        var (skip, top) = (Number(call, "$skip", 0), Number(call, "$top", state.Settings.PageSize));
        var page = found.Skip(skip).Take(top).Select(entry => (JsonNode)Write(entry, call, mailbox, prefer));
        var json = new JsonObject
        {
            ["@odata.context"] = $"{call.Root}v1.0/$metadata#users('{mailbox.Address}')/events",
            ["value"] = new JsonArray([.. page]),
        };
        if (found.Count > skip + top)
        {
            json["@odata.nextLink"] = EventQuery.Next(call, skip + top);
        }

        return GraphAnswer.Json(200, json);
    }

    private static JsonObject Write(
        ExchangeEvent entry, GraphCall call, GraphMailbox mailbox, GraphPreferences prefer) =>
        EventQuery.Expanded(call, entry,
            EventQuery.Selected(call, EventJson.Write(entry, prefer, call, mailbox.Name)));

    private static int Number(GraphCall call, string name, int usual) =>
        !call.Query.TryGetValue(name, out var text) ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw GraphRefusal.Of(400, "BadRequest", $"Invalid value '{text}' for {name}.", call);

    private static (Instant At, bool HasOffset) Edge(GraphCall call, string name)
    {
        var text = call.Query.GetValueOrDefault(name) ?? "";
        var offset = OffsetDateTimePattern.ExtendedIso.Parse(text);
        var local = LocalDateTimePattern.ExtendedIso.Parse(text);
        return offset.Success ? (offset.Value.ToInstant(), !text.EndsWith('Z'))
            : local.Success ? (local.Value.InUtc().ToInstant(), false)
            : throw GraphRefusal.Of(400, "ErrorInvalidParameter",
                $"This request requires a time window: {name} is '{text}'.", call);
    }
}
