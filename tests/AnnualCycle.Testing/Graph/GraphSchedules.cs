// Over 120 lines because the one action has its own reading, its own rules and its own writing.
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Testing.Graph;

/// <summary>When somebody is taken. The status is written as given, also one that Graph has no name for.</summary>
public sealed record BusyItem(
    Instant Start, Instant End, string Status = "busy", string? Subject = null, bool IsPrivate = false);

/// <summary>What getSchedule tells about people and rooms.</summary>
public sealed class GraphSchedules
{
    private const int MostSchedules = 20;
    private static readonly Duration Longest = Duration.FromDays(62);
    private readonly GraphState _state;
    private readonly Dictionary<string, IReadOnlyList<BusyItem>> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (string Code, string Message)> _refused = new(StringComparer.OrdinalIgnoreCase);

    internal GraphSchedules(GraphState state) => _state = state;

    /// <summary>Somebody in the directory; without items always free.</summary>
    public void Set(string address, params IReadOnlyList<BusyItem> items)
    {
        lock (_state.Sync)
        {
            _known[address] = items;
        }
    }

    /// <summary>Somebody whose times are not told: an error entry with this code.</summary>
    public void Refuse(
        string address, string code = "ErrorNoFreeBusyAccess", string message = "No free/busy access.")
    {
        lock (_state.Sync)
        {
            _refused[address] = (code, message);
        }
    }

    internal GraphAnswer Answer(GraphCall call)
    {
        _state.Mailbox(call);
        var asked = Read(call);
        var prefer = GraphPreferences.Of(call);
        return GraphAnswer.Json(200, new JsonObject
        {
            ["@odata.context"] = $"{call.Root}v1.0/$metadata#Collection(microsoft.graph.scheduleInformation)",
            ["value"] = new JsonArray(
                [.. asked.Addresses.Select(address => (JsonNode)Schedule(address, asked, prefer))]),
        });
    }

    private JsonObject Schedule(string address, Asked asked, GraphPreferences prefer)
    {
        if (_refused.TryGetValue(address, out var refusal))
        {
            return Unknown(address, refusal.Code, refusal.Message);
        }

        if (!_known.TryGetValue(address, out var items) && !_state.Mailboxes.ContainsKey(address)
            && !_state.Refusing.Contains(address))
        {
            return Unknown(address, "ErrorMailRecipientNotFound",
                $"Unable to resolve e-mail address {address} to an Active Directory object.");
        }

        var shown = (items ?? []).Concat(Meetings(address))
            .Where(item => item.Start < asked.End && item.End > asked.Start).OrderBy(item => item.Start).ToList();
        return new()
        {
            ["scheduleId"] = address,
            ["availabilityView"] = View(shown, asked),
            ["scheduleItems"] = new JsonArray([.. shown.Select(item => (JsonNode)Item(item, prefer))]),
            ["workingHours"] = new JsonObject
            {
                ["daysOfWeek"] = new JsonArray("monday", "tuesday", "wednesday", "thursday", "friday"),
                ["startTime"] = "08:00:00.0000000",
                ["endTime"] = "17:00:00.0000000",
                ["timeZone"] = new JsonObject { ["name"] = "W. Europe Standard Time" },
            },
        };
    }

    private static JsonObject Unknown(string address, string code, string message) => new()
    {
        ["scheduleId"] = address,
        ["availabilityView"] = "",
        ["scheduleItems"] = new JsonArray(),
        ["workingHours"] = null,
        ["error"] = new JsonObject { ["message"] = message, ["responseCode"] = code },
    };

    private static JsonObject Item(BusyItem item, GraphPreferences prefer)
    {
        var json = new JsonObject
        {
            ["isPrivate"] = item.IsPrivate,
            ["status"] = item.Status,
            ["start"] = EventJson.Time(item.Start, prefer),
            ["end"] = EventJson.Time(item.End, prefer),
        };
        if (item is { Subject: { } subject, IsPrivate: false })
        {
            json["subject"] = subject;
        }

        return json;
    }

    private IEnumerable<BusyItem> Meetings(string address) => !_state.Settings.MeetingsShowAsBusy ? []
        : from entry in _state.Mailboxes.Values.SelectMany(mailbox => mailbox.Live)
          let guest = entry.Attendees.Find(one => ExchangeEvent.Same(one.Address, address))
          where ExchangeEvent.Same(entry.Organizer, address) || guest is { Response: not "declined" }
          select new BusyItem(entry.Start, entry.End, guest is null or { Response: "accepted" } ? "busy" : "tentative");

    private static string View(List<BusyItem> items, Asked asked)
    {
        var slots = (int)Math.Ceiling((asked.End - asked.Start) / asked.Step);
        return string.Concat(Enumerable.Range(0, slots).Select(slot =>
        {
            var from = asked.Start + (asked.Step * slot);
            return items.Where(item => item.Start < from + asked.Step && item.End > from)
                .Select(item => Digit(item.Status)).DefaultIfEmpty('0').Max();
        }));
    }

    private static char Digit(string status) => status switch
    {
        "free" => '0', "tentative" => '1', "busy" => '2', "oof" => '3', "workingElsewhere" => '4', _ => '?',
    };

    private static Asked Read(GraphCall call)
    {
        var members = EventReading.Parse(call).EnumerateObject()
            .ToDictionary(member => member.Name, member => member.Value, StringComparer.OrdinalIgnoreCase);
        if (!members.TryGetValue("Schedules", out var schedules) || !members.TryGetValue("StartTime", out var start)
            || !members.TryGetValue("EndTime", out var end))
        {
            throw Bad(call, "Schedules, StartTime and EndTime are needed.");
        }

        var minutes = members.TryGetValue("AvailabilityViewInterval", out var interval) ? interval.GetInt32() : 30;
        var asked = new Asked(
            [.. schedules.EnumerateArray().Select(one => one.GetString()!)],
            Time(start, call), Time(end, call), Duration.FromMinutes(minutes));
        return asked.Addresses.Count > MostSchedules ? throw Bad(call, $"More than {MostSchedules} schedules.")
            : asked.End <= asked.Start ? throw Bad(call, "The end is not after the start.")
            : asked.End - asked.Start >= Longest ? throw Bad(call, "The period is 62 days or longer.")
            : minutes is < 5 or > 1440 ? throw Bad(call, "The interval must be between 5 and 1440 minutes.")
            : asked;
    }

    private static Instant Time(System.Text.Json.JsonElement value, GraphCall call)
    {
        var local = LocalDateTimePattern.ExtendedIso.Parse(value.GetProperty("dateTime").GetString() ?? "");
        var zone = value.TryGetProperty("timeZone", out var name) ? name.GetString() ?? "UTC" : "UTC";
        return local.Success ? local.Value.InZoneLeniently(GraphZones.Get(zone, call)).ToInstant()
            : throw Bad(call, "dateTime is no date and time without an offset.");
    }

    private static GraphRefusal Bad(GraphCall call, string message) =>
        GraphRefusal.Of(400, "ErrorInvalidParameter", message, call);

    private sealed record Asked(IReadOnlyList<string> Addresses, Instant Start, Instant End, Duration Step);
}
