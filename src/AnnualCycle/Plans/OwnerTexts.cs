using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;

namespace AnnualCycle.Plans;

/// <summary>What a meeting says on account of the groups that hold it.</summary>
internal sealed class OwnerTexts(YearInput input)
{
    public static IReadOnlyList<string> Agenda(IReadOnlyList<Group> owners) =>
        [.. owners.SelectMany(owner => owner.Agenda).Select(point => point.Text).Distinct()];

    public IReadOnlyList<string> Tasks(IReadOnlyList<Group> owners) =>
        [.. owners.SelectMany(owner => owner.Tasks).Select(TaskText).Distinct()];

    private string TaskText(Duty task) =>
        task.Parties.From is { } owner ? $"{task.Title} ({NameOf(owner)})" : task.Title;

    private string NameOf(string body) => input.Collaborations.SelectMany(collaboration => collaboration.Groups)
        .FirstOrDefault(group => group.Id == body)?.Name ?? body;
}
