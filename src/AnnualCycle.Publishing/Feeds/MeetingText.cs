using System.Collections.Immutable;
using AnnualCycle.ICalendar;
using AnnualCycle.Plans;

namespace AnnualCycle.Publishing.Feeds;

/// <summary>What a calendar entry says beneath its title.</summary>
internal static class MeetingText
{
    /// <param name="isPublic">Anybody may read it: the link to a video meeting is for the invited.</param>
    public static string Of(PlannedMeeting meeting, IReadOnlyDictionary<string, string> names, string? chair, bool isPublic) => Paragraphs(
        meeting.CancelReason is null ? null : CancelledBecause(meeting),
        meeting.Status == MeetingStatus.Proposed ? "Föreslaget möte, ännu inte fastställt." : null,
        meeting.Purpose is { } purpose ? purpose.TrimEnd('.') + "." : null,
        meeting is { Video: { } video, IsCancelled: false }
            ? isPublic ? "Videolänken finns i kallelsen och i ledamöternas egna kalendrar." : $"Anslut: {video}" : null,
        meeting.Groups.Count > 1
            ? $"Gemensamt möte: {string.Join(", ", meeting.Groups.Select(group => names.GetValueOrDefault(group, group)))}."
            : null,
        chair is null ? null : $"Ordförande: {chair}.",
        List("Stående punkter", meeting.Agenda),
        List("Kring mötet", meeting.Tasks),
        meeting.Sentence is { } sentence ? $"Ur uppdragsbeskrivningen: {sentence}." : null);

    /// <summary>"Mötet är inställt: Krockar med konferensen."</summary>
    public static string CancelledBecause(PlannedMeeting meeting) =>
        meeting.CancelReason is { } reason ? $"Mötet är inställt: {reason.TrimEnd('.')}." : "Mötet är inställt.";

    public static ImmutableArray<Conference> ConferencesOf(PlannedMeeting meeting) =>
        meeting is { Video: { } video, IsCancelled: false } && CalendarUri.TryParse(video) is { } link
            ? [new Conference(link, "Videomöte")] : [];

    public static string Of(PlannedDeadline deadline, IReadOnlyDictionary<string, string> names) => Paragraphs(
        deadline.Condition is { } condition ? $"Gäller {condition}." : null,
        deadline is { CoversFrom: { } from, CoversTo: { } to }
            ? $"Gäller tiden {SwedishDates.Iso(from)}–{SwedishDates.Iso(to)}." : null,
        Parties(deadline, names),
        deadline.Sentence is { } sentence ? $"Ur uppdragsbeskrivningen: {sentence}." : null);

    private static string? Parties(PlannedDeadline deadline, IReadOnlyDictionary<string, string> names)
    {
        var (from, to) = (Name(deadline.From ?? deadline.Group, names), Name(deadline.To, names));
        return (from, to) switch
        {
            (null, null) => null,
            ({ } owner, null) => $"Lämnas av {owner}.",
            (null, { } receiver) => $"Lämnas till {receiver}.",
            ({ } owner, { } receiver) => $"Lämnas av {owner} till {receiver}.",
        };
    }

    // A body by its id in the plan, or as the charter names it.
    private static string? Name(string? body, IReadOnlyDictionary<string, string> names) =>
        body is null ? null : names.GetValueOrDefault(body, body);

    private static string? List(string heading, IReadOnlyList<string> items) =>
        items.Count == 0 ? null : $"{heading}:\n{string.Join('\n', items.Select(item => $"– {item}"))}";

    private static string Paragraphs(params string?[] paragraphs) =>
        string.Join("\n\n", paragraphs.Where(paragraph => !string.IsNullOrWhiteSpace(paragraph)));
}
