namespace AnnualCycle.Charters;

/// <summary>Reads which meeting takes a report up, and which report it is written into.</summary>
internal sealed class HandlingReader(CharterScope scope)
{
    private static readonly Dictionary<string, HandlingMeeting> Words = new()
    {
        ["next"] = HandlingMeeting.Next, ["first"] = HandlingMeeting.First, ["last"] = HandlingMeeting.Last,
    };

    /// <summary><c>handledAt: lgs</c>, or <c>handledAt: { group: lgs, meeting: first, lead: … }</c>.</summary>
    public Handling? Read(CharterMap report)
    {
        if (report.Yaml["handledAt"] is { IsText: true })
        {
            return Group(report, "handledAt") is { } named ? new Handling(named, HandlingMeeting.Next, null) : null;
        }

        var map = report.Map("handledAt")!;
        map.AllowOnly("group", "meeting", "lead");
        var which = map.Yaml.OneOf("meeting", Words) ?? HandlingMeeting.Next;
        return Group(map, "group") is { } group
            ? new Handling(group, which, MeetingWorkReader.Distance(map, "lead", null)) : null;
    }

    /// <summary><c>feeds: lgs/arsrapport</c>: a group of this charter and the id of its report.</summary>
    public string? Fed(CharterMap map)
    {
        var (text, slash) = (map.Required("feeds"), map.Required("feeds").LastIndexOf('/'));
        if (slash <= 0)
        {
            map.Mistake("feeds", $"”{text}” är ingen rapport", "Skriv gruppens id, ett snedstreck och rapportens id");
            return null;
        }

        var group = scope.Known(text[..slash]);
        if (group.Count != 1)
        {
            map.Mistake("feeds", $"gruppen ”{text[..slash]}” finns inte", scope.AdviceOn(text[..slash]));
            return null;
        }

        return $"{group[0]}/{Slug.Of(text[(slash + 1)..])}";
    }

    private string? Group(CharterMap map, string key) =>
        scope.Groups(map, key, map.Required(key)) is { Count: > 0 } found ? found[0] : null;
}
