namespace AnnualCycle.Testing.Graph;

/// <summary>What a method and a path mean together.</summary>
internal sealed record GraphAddress(GraphOperation Operation, string? Mailbox = null, string? EventId = null)
{
    public static GraphAddress Of(string method, string path, bool filters)
    {
        var parts = path.Trim('/').Split('/');
        if (method == "POST" && parts is [_, "oauth2", "v2.0", "token"])
        {
            return new(GraphOperation.Token);
        }

        if (parts is not ["users", { Length: > 0 } mailbox, .. var rest])
        {
            return new(GraphOperation.Other);
        }

        var operation = (method, rest) switch
        {
            ("POST", ["events"]) => GraphOperation.Create,
            ("GET", ["events"]) => GraphOperation.Find,
            ("GET", ["events", _]) => GraphOperation.Get,
            ("PATCH", ["events", _]) => GraphOperation.Update,
            ("DELETE", ["events", _]) => GraphOperation.Delete,
            ("POST", ["events", _, "cancel"]) => GraphOperation.Cancel,
            ("GET", ["calendarView"]) or ("GET", ["calendar", "calendarView"]) => GraphOperation.CalendarView,
            ("GET", ["calendar"]) => GraphOperation.Calendar,
            ("POST", ["calendar", "getSchedule"]) => GraphOperation.Schedule,
            ("POST", ["sendMail"]) => GraphOperation.SendMail,
            _ => GraphOperation.Other,
        };
        return new(operation, mailbox.ToLowerInvariant(), rest is ["events", var id, ..] ? id : null);
    }
}
