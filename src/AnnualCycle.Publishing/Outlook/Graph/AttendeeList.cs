using System.Text.Json;
using AnnualCycle.Storage.Outlook;

namespace AnnualCycle.Publishing.Outlook.Graph;

/// <summary>
/// Writes who is asked to an entry. The list replaces what is there: whom a person has added in Outlook stays, whom one has
/// taken away and let be so stays away, and what everybody answered goes along.
/// </summary>
internal static class AttendeeList
{
    public static void Write(
        Utf8JsonWriter json, (OutlookEvent Before, OutlookEvent Seen, OutlookEvent After) own, GraphEvent found)
    {
        var (old, now) = (own.Before.Attendees.ToDictionary(one => one.Email), own.After.Attendees.ToDictionary(one => one.Email));
        var stay = found.Attendees.Select(one => (Json: one.Json, Email: AddressOf(one, own, found)))
            .Where(one => now.ContainsKey(one.Email)
                || !(old.ContainsKey(one.Email) || old.ContainsKey(OutlookAttendee.Forgotten(one.Email).Email))).ToList();
        var there = stay.Select(one => one.Email).ToHashSet();
        json.WriteStartArray("attendees");
        foreach (var (content, email) in stay)
        {
            if (now.TryGetValue(email, out var who) && old.GetValueOrDefault(email)?.IsRequired != who.IsRequired)
            {
                EntryJson.Attendee(json, who);
            }
            else
            {
                content.WriteTo(json);
            }
        }

        own.After.Attendees.Where(one => !one.IsForgotten && !there.Contains(one.Email)
            && !EntryDrift.IsTakenAway(own.Before, own.Seen, one.Email)).ToList().ForEach(one => EntryJson.Attendee(json, one));
        json.WriteEndArray();
    }

    // Exchange may write somebody's first address where we wrote another: then the name tells, where only one has it.
    private static string AddressOf(
        GraphAttendee one, (OutlookEvent Before, OutlookEvent Seen, OutlookEvent After) own, GraphEvent found)
    {
        var known = own.Before.Attendees.Concat(own.After.Attendees).DistinctBy(who => who.Email).ToList();
        var named = known.Where(who => who.Name == one.Name && who.Name.Length > 0
            && found.Attendees.All(other => other.Email != who.Email)).ToList();
        return named.Count != 1 || known.Any(who => who.Email == one.Email) ? one.Email : named[0].Email;
    }
}
