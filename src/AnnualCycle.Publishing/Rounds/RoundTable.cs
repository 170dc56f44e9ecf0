using AnnualCycle.Storage;
using AnnualCycle.Storage.Invitations;
using AnnualCycle.Storage.Rounds;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Publishing.Rounds;

/// <summary>How one meeting stands with those of one group who are asked about it.</summary>
/// <param name="Yes">Names, in order, as the others.</param>
/// <param name="Silent">Those who have said nothing of this date.</param>
public sealed record RoundRow(
    RoundMeeting Meeting, IReadOnlyList<string> Yes, IReadOnlyList<string> No, IReadOnlyList<string> Maybe,
    IReadOnlyList<string> Silent)
{
    public int Asked => Yes.Count + No.Count + Maybe.Count + Silent.Count;

    /// <summary>True when more than half have said that they cannot.</summary>
    public bool IsTooFew => 2 * No.Count > Asked;

    /// <summary>True when all who have answered say that they cannot.</summary>
    public bool IsNobody => No.Count > 0 && Yes.Count + Maybe.Count == 0;
}

/// <summary>A group's meetings in a round.</summary>
public sealed record RoundGroup(string Id, string Name, IReadOnlyList<RoundRow> Rows);

/// <summary>A round for whoever leads it: each meeting of each group with who can come, and who has not answered.</summary>
public sealed record RoundTable(Round Round, IReadOnlyList<RoundGroup> Groups, IReadOnlyList<RoundPerson> Persons)
{
    public IReadOnlyList<RoundPerson> Silent => [.. Persons.Where(person => person.Answered is null)];

    public IReadOnlyList<RoundPerson> Commented => [.. Persons.Where(person => person.Comment is not null)];

    public int Answered => Persons.Count - Silent.Count;

    /// <summary>Those whom a reminder would go to now.</summary>
    public int ToRemind => Silent.Count(person => person.Reminded is null);

    public static async Task<RoundTable> ReadAsync(AnnualCycleContext context, Round round, CancellationToken cancel)
    {
        var persons = await context.RoundPersons.AsNoTracking().Where(own => own.Round == round.Id).ToListAsync(cancel);
        var answers = await context.RoundAnswers.AsNoTracking().Where(own => own.Round == round.Id).ToListAsync(cancel);
        var meetings = await context.RoundMeetings.AsNoTracking().Where(own => own.Round == round.Id).ToListAsync(cancel);
        var names = persons.ToDictionary(person => person.Email, person => person.Name);
        var called = meetings.SelectMany(meeting => meeting.Groups.Split(' ').Zip(meeting.GroupNames.Split('\n')))
            .DistinctBy(group => group.First).ToDictionary(group => group.First, group => group.Second);
        var byGroup = answers.SelectMany(own => own.Groups.Split(' ').Select(group => (group, own)))
            .GroupBy(one => one.group, one => one.own);
        return new RoundTable(round,
            [.. byGroup.Select(group => new RoundGroup(group.Key, called[group.Key], RowsOf(meetings, [.. group], names)))
                .OrderBy(group => group.Name, StringComparer.Ordinal).ThenBy(group => group.Id, StringComparer.Ordinal)],
            [.. persons.OrderBy(person => person.Name, StringComparer.Ordinal)
                .ThenBy(person => person.Email, StringComparer.Ordinal)]);
    }

    private static IReadOnlyList<RoundRow> RowsOf(
        List<RoundMeeting> meetings, IReadOnlyList<RoundAnswer> answers, Dictionary<string, string> names)
    {
        var by = answers.ToLookup(own => (own.Uid, own.Date, own.Start));
        return
        [
            .. meetings.OrderBy(meeting => meeting.Date).ThenBy(meeting => meeting.Start, StringComparer.Ordinal)
                .Select(meeting => (meeting, Own: by[(meeting.Uid, meeting.Date, meeting.Start)].ToList()))
                .Where(row => row.Own.Count > 0)
                .Select(row => new RoundRow(row.meeting, Who(row.Own, Answer.Yes), Who(row.Own, Answer.No),
                    Who(row.Own, Answer.Maybe), Who(row.Own, null))),
        ];

        IReadOnlyList<string> Who(List<RoundAnswer> own, Answer? said) =>
            [.. own.Where(one => one.Answer == said).Select(one => names[one.Email]).Order(StringComparer.Ordinal)];
    }
}
