using AnnualCycle.Phrases;
using NodaTime;

namespace AnnualCycle.Charters;

/// <summary>
/// Reads when the work around meetings is to be done: <c>work: { papers: …, call: …, notes: …, booking: … }</c>, each a
/// phrase, or <c>nej</c>.
/// </summary>
internal static class MeetingWorkReader
{
    private static readonly string[] Nobody = ["nej", "none", "inte"];

    /// <param name="usual">What holds for a key that is not there.</param>
    /// <param name="more">A key that is read elsewhere.</param>
    public static MeetingWork Read(CharterMap? map, MeetingWork usual, params string[] more)
    {
        map?.AllowOnly(["papers", "call", "notes", .. more]);
        return map is null ? usual : new MeetingWork(
            Distance(map, "papers", usual.Papers), Distance(map, "call", usual.Call), Distance(map, "notes", usual.Notes));
    }

    /// <summary>The day by which next year is settled.</summary>
    public static AnnualDate? Booking(CharterMap? map)
    {
        if (map?.Has("booking") != true)
        {
            return MeetingWork.UsualBooking;
        }

        return IsNobody(map, "booking") ? null : map.Demands("booking", PhraseKind.Window).SelectMany(rule => rule.Windows)
            .OfType<PhraseWindow.Deadline>().Select(day => (AnnualDate?)new AnnualDate(day.Month, day.Day))
            .FirstOrDefault() ?? Refuse(map);
    }

    /// <summary>A distance to a meeting; a phrase that states none is a mistake.</summary>
    public static PhraseWindow.Relative? Distance(CharterMap map, string key, PhraseWindow.Relative? usual)
    {
        if (!map.Has(key) || IsNobody(map, key))
        {
            return map.Has(key) ? null : usual;
        }

        var found = map.Demands(key, PhraseKind.Window).SelectMany(rule => rule.Windows).ToList();
        if (found.OfType<PhraseWindow.Relative>().FirstOrDefault(one => one is { To: not null, Unit: not null }) is { } distance)
        {
            return distance;
        }

        if (found.Count > 0)
        {
            map.Mistake(key, $"”{map.Text(key)}” säger inte hur långt från mötet", "Skriv till exempel ”5 arbetsdagar före mötet”");
        }

        return usual;
    }

    private static bool IsNobody(CharterMap map, string key) =>
        Nobody.Contains(map.Text(key)) || map.Yaml[key] is { IsText: true } && map.Text(key) == "false";

    private static AnnualDate? Refuse(CharterMap map)
    {
        map.Mistake("booking", $"”{map.Text("booking")}” är ingen dag", "Skriv till exempel ”senast den 30 november”");
        return MeetingWork.UsualBooking;
    }
}
