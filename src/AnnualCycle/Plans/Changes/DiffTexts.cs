namespace AnnualCycle.Plans.Changes;

/// <summary>Each change in one line: what happens, to which meeting, from when to when.</summary>
internal sealed class DiffTexts
{
    private readonly Dictionary<string, string> _names;

    public DiffTexts(IEnumerable<PlannedCollaboration> collaborations) => _names = collaborations
        .DistinctBy(own => own.Id).ToDictionary(own => own.Id, own => own.Name);

    /// <summary>"Flyttas: SIMBA Ledningsgrupp tor 4 feb 09:00 → tis 9 feb 09:00".</summary>
    public string Of(ChangeKind kind, PlannedMeeting? before, PlannedMeeting? after)
    {
        var one = (after ?? before)!;
        var what = $"{Named(one.Groups[0], one.Title)} {Slots.Text(one.Date, one.Start)}";
        return kind switch
        {
            ChangeKind.New => $"Nytt: {what}",
            ChangeKind.Moved => $"Flyttas: {Named(one.Groups[0], one.Title)} {From(before!, after!)}",
            ChangeKind.Cancelled => $"Ställs in: {what} ({after!.CancelReason})",
            ChangeKind.Removed => $"Tas bort: {what}",
            ChangeKind.Reworded => $"Ändrad text: {what} ({string.Join(", ", MeetingWords.Changed(before!, after!))})",
            _ => $"{Status(after!.Status)}: {what}",
        };
    }

    /// <summary>"Frist flyttas: SIMBA Årsrapport 15 april → 20 april".</summary>
    public string Of(ChangeKind kind, PlannedDeadline? before, PlannedDeadline? after)
    {
        var what = Named((after ?? before)!.Group, (after ?? before)!.Title);
        return kind switch
        {
            ChangeKind.New => $"Ny frist: {what} {Day(after!)}",
            ChangeKind.Moved => $"Frist flyttas: {what} {Day(before!)} → {Day(after!)}",
            ChangeKind.Removed => $"Frist tas bort: {what} {Day(before!)}",
            _ => $"Frist med ändrad text: {what} {Day(after!)}",
        };
    }

    public static string Summary(PlanDiff diff)
    {
        var parts = new[]
        {
            Several(diff.Count(ChangeKind.Moved), "flyttas", "flyttas"),
            Several(diff.Count(ChangeKind.New), "ny", "nya"),
            Several(diff.Count(ChangeKind.Cancelled), "ställs in", "ställs in"),
            Several(diff.Count(ChangeKind.Removed), "tas bort", "tas bort"),
            Several(StatusTo(diff, MeetingStatus.Adopted), "fastställs", "fastställs"),
            Several(diff.Count(ChangeKind.StatusChanged) - StatusTo(diff, MeetingStatus.Adopted), "får ny status", "får ny status"),
            Several(diff.Count(ChangeKind.Reworded), "får ändrad text", "får ändrad text"),
            Several(diff.Unchanged, "står kvar", "står kvar"),
            Several(diff.Changes.Count(change => !change.IsMeeting), "frist ändras", "frister ändras"),
        };
        return string.Join(", ", parts.OfType<string>()) is { Length: > 0 } text ? text : "inget ändras";
    }

    private static int StatusTo(PlanDiff diff, MeetingStatus status) => diff.Changes.Count(change =>
        change.Kind == ChangeKind.StatusChanged && change.MeetingAfter?.Status == status);

    private static string? Several(int number, string one, string several) =>
        number > 0 ? SwedishDates.Count(number, one, several) : null;

    // A meeting that changes its length alone shows its end.
    private static string From(PlannedMeeting before, PlannedMeeting after) =>
        (before.Date, before.Start) == (after.Date, after.Start)
            ? $"{Slots.Text(before.Date, before.Start)}–{SwedishDates.Clock(before.End)} → " +
                $"{SwedishDates.Clock(after.Start)}–{SwedishDates.Clock(after.End)}"
            : $"{Slots.Text(before.Date, before.Start)} → {Slots.Text(after.Date, after.Start)}";

    private static string Status(MeetingStatus status) => status switch
    {
        MeetingStatus.Adopted => "Fastställs",
        MeetingStatus.Proposed => "Föreslås",
        _ => "Blir utkast",
    };

    private static string Day(PlannedDeadline deadline) =>
        deadline.Due is { } due ? SwedishDates.Day(due) : "utan dag";

    private string Named(string group, string title)
    {
        var name = _names.GetValueOrDefault(group.Split('/')[0], "");
        return name.Length == 0 || title.Contains(name, StringComparison.OrdinalIgnoreCase) ? title : $"{name} {title}";
    }
}
