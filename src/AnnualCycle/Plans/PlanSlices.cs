namespace AnnualCycle.Plans;

/// <summary>Takes a network's plan apart by collaboration and puts it together again.</summary>
internal static class PlanSlices
{
    public static Plan Slice(Plan plan, string collaboration) => plan with
    {
        Collaborations = [.. plan.Collaborations.Where(own => own.Id == collaboration)],
        Groups = [.. plan.Groups.Where(group => group.Collaboration == collaboration)],
        Meetings = [.. plan.Meetings.Where(meeting => IsOf(meeting.Groups[0], collaboration))],
        Deadlines = [.. plan.Deadlines.Where(deadline => IsOf(deadline.Group, collaboration))],
        Questions = [.. plan.Questions.Where(question => IsOf(question.Group, collaboration))],
        AssumedHeld = [.. plan.AssumedHeld.Where(meeting => IsOf(meeting.Groups[0], collaboration))],
        Retired = [.. plan.Retired.Where(id => IsOf(id, collaboration))],
    };

    public static Plan Merge(IReadOnlyList<Plan> slices)
    {
        if (slices.Select(slice => slice.Year).Distinct().Count() != 1)
        {
            throw new ArgumentException("A plan is put together from parts of one year.", nameof(slices));
        }

        var inOrder = slices.OrderBy(FirstId, StringComparer.Ordinal).ToList();
        return Joined(inOrder) with { Score = Score(slices), From = slices.Max(slice => slice.From) };
    }

    private static string? FirstId(Plan slice) =>
        slice.Collaborations.Select(own => own.Id).Min(StringComparer.Ordinal);

    private static Plan Joined(List<Plan> slices) => slices[0] with
    {
        Collaborations = [.. slices.SelectMany(slice => slice.Collaborations)],
        Groups = [.. slices.SelectMany(slice => slice.Groups)],
        Meetings = [.. MeetingsOfYear.InOrder(slices.SelectMany(slice => slice.Meetings))],
        Deadlines = [.. DeadlineWriter.InOrder(slices.SelectMany(slice => slice.Deadlines))],
        // The calendars' own questions come last in a plan.
        Questions =
        [
            .. slices.SelectMany(slice => slice.Questions.SkipLast(OfCalendar(slice))),
            .. slices.SelectMany(slice => slice.Questions.TakeLast(OfCalendar(slice))),
        ],
        AssumedHeld = [.. MeetingsOfYear.InOrder(slices.SelectMany(slice => slice.AssumedHeld))],
        Retired = [.. slices.SelectMany(slice => slice.Retired).Order(StringComparer.Ordinal)],
    };

    private static int OfCalendar(Plan slice) => slice.Questions.Reverse()
        .TakeWhile(question => question.Line is null && !question.Group.Contains('/')).Count();

    // Parts of one planning carry its score. Those of several have no common one: the worst of each part claims least,
    // and nothing is proven.
    private static PlanScore Score(IReadOnlyList<Plan> slices) =>
        slices.Select(slice => slice.Score).Distinct().ToList() is [var only] ? only : new PlanScore(
            slices.Max(slice => slice.Score.Hard), slices.Max(slice => slice.Score.Unplaced),
            slices.Max(slice => slice.Score.Soft), LowerBound: null, Gap: null);

    private static bool IsOf(string id, string collaboration) => id.Split('/')[0] == collaboration;
}
