namespace AnnualCycle.Plans.Changes;

/// <summary>Finds the meeting that a person names: by its id, the end of it, or the beginning of its UID.</summary>
internal static class MeetingSearch
{
    private const int FewestLettersOfUid = 4;

    /// <returns>One of the two.</returns>
    public static (PlannedMeeting? Meeting, Mistake? Mistake) Find(Plan plan, string name)
    {
        var exact = plan.Meetings.FirstOrDefault(meeting => meeting.Id == name || meeting.Uid == name);
        var fitting = exact is not null ? [exact] : plan.Meetings.Where(meeting => Fits(meeting, name)).ToList();
        return fitting switch
        {
            [var only] => (only, null),
            [] => (null, Unknown(plan, name)),
            _ => (null, new Mistake(name, 0, "namnet passar flera möten",
                $"Skriv ett av {string.Join(", ", fitting.Select(meeting => meeting.Id).Take(3))}")),
        };
    }

    private static bool Fits(PlannedMeeting meeting, string name) =>
        meeting.Id.EndsWith("/" + name, StringComparison.Ordinal)
        || name.Length >= FewestLettersOfUid && meeting.Uid.StartsWith(name, StringComparison.OrdinalIgnoreCase);

    private static Mistake Unknown(Plan plan, string name)
    {
        if (plan.AssumedHeld.Any(meeting => meeting.Id == name || Fits(meeting, name)))
        {
            return new Mistake(name, 0, "mötet räknas som hållet och står inte i kalendern");
        }

        var ids = plan.Meetings.Select(meeting => meeting.Id).ToList();
        var known = ids.Concat(ids.Select(id => id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..]));
        return new Mistake(name, 0, $"inget möte {plan.Year} heter så", Suggestion.Advice(name, known, Naming(ids, name)));
    }

    // Who writes a part of a name is shown the names that have it; who writes anything else, what a name looks like.
    public static string? Naming(IReadOnlyList<string> ids, string name)
    {
        var having = ids.Where(id => id.Contains(name, StringComparison.OrdinalIgnoreCase)).Take(3).ToList();
        return having.Count > 0 ? $"Menade du {string.Join(" eller ", having)}?"
            : ids.Count > 0 ? $"Skriv hela id:t, till exempel {ids[0]}" : null;
    }
}
