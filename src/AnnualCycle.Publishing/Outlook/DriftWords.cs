using AnnualCycle.Plans;
using AnnualCycle.Storage.Outlook;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>Says in Swedish what somebody has made otherwise in Outlook than it is here.</summary>
public static class DriftWords
{
    /// <param name="ours">The entry as it is wanted; null when it is called off.</param>
    /// <returns>A line for each thing; the last line alone when nothing that is told differs.</returns>
    public static IReadOnlyList<string> Of(OutlookDrift drift, OutlookEvent? ours)
    {
        if (drift.Found is not { } found)
        {
            return [$"I Outlook: borttaget eller inställt. Hos oss: {(ours is null ? "inställt" : When(ours, isLong: false))}."];
        }

        if (ours is null)
        {
            return [$"I Outlook: {When(found, isLong: false)}. Hos oss: inställt."];
        }

        var lines = Lines(found, ours).ToList();
        return lines.Count > 0 ? lines : ["Någon har ändrat i Outlook, och det är nu som hos oss igen."];
    }

    private static IEnumerable<string> Lines(OutlookEvent found, OutlookEvent ours)
    {
        if ((found.Date, found.Start, found.End) != (ours.Date, ours.Start, ours.End))
        {
            var isLong = found.End - found.Start != ours.End - ours.Start;
            yield return $"I Outlook: {When(found, isLong)}. Hos oss: {When(ours, isLong)}.";
        }

        if (found.Location != ours.Location)
        {
            yield return $"Plats i Outlook: {found.Location ?? "ingen"}. Hos oss: {ours.Location ?? "ingen"}.";
        }

        if (found.Subject != ours.Subject)
        {
            yield return $"Rubrik i Outlook: ”{found.Subject}”. Hos oss: ”{ours.Subject}”.";
        }

        var lost = ours.Attendees.Where(one => found.Attendees.All(other => other.Email != one.Email)).ToList();
        if (lost.Count > 0)
        {
            yield return $"Inte längre kallade i Outlook: {string.Join(", ", lost.Select(NameOf))}.";
        }
    }

    private static string NameOf(OutlookAttendee one) => one.Name.Length > 0 ? one.Name : one.Email;

    // Its end where the length is another.
    private static string When(OutlookEvent entry, bool isLong) =>
        $"{SwedishDates.Short(entry.Date)} {SwedishDates.Clock(entry.Start)}{(isLong ? $"–{SwedishDates.Clock(entry.End)}" : "")}";
}
