using AnnualCycle.People;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans;
using AnnualCycle.Server.Years;
using AnnualCycle.Testing;
using NodaTime;

namespace AnnualCycle.Server.Tests.Pages;

/// <summary>
/// Two published years of the five charters and of a collaboration that is not public, seen on a day in March 2027.
/// </summary>
internal static class PublishedNetwork
{
    /// <summary>Noon in Stockholm on the day when the pages are read.</summary>
    public static DateTimeOffset Now { get; } = new(2027, 3, 10, 11, 0, 0, TimeSpan.Zero);

    public const string SecretName = "Sluten samverkan Nord";

    public const string CancelledGroup = "blekinge/lokal-att-vaxa-upp-karlshamn";

    /// <summary>The rows of the example list: nobody in them may be seen on a page.</summary>
    public static IReadOnlyList<Membership> People { get; } = ReadPeople();

    public static IReadOnlyList<PublishedYear> Years { get; } = [Year(2026), Year(2027)];

    private static PublishedYear Year(int year)
    {
        var secret = Network.Charter(
            $$"""
            collaboration: {{SecretName}}
            public: false
            municipalities: [Ale]
            charter: { document: Slutet uppdrag }
            groups:
              - id: styrgrupp
                name: Slutna styrgruppen
                meetings: [{ id: ordinarie, when: fyra gånger per år, line: 7 }]
            """, "sluten.yaml");
        var input = Network.Year(year, [.. Network.FiveCharters, secret]) with { People = People };
        return new PublishedYear(Lived(Network.Plan(input)), input, Instant.FromUtc(2027, 2, 1, 9, 30));
    }

    // SIMBA has decided its dates, and one group's spring meeting is cancelled.
    private static Plan Lived(Plan plan) => plan with
    {
        Meetings =
        [
            .. plan.Meetings.Select(meeting => meeting switch
            {
                _ when meeting.Groups[0].StartsWith("simba/", StringComparison.Ordinal) =>
                    meeting with { Status = MeetingStatus.Adopted },
                _ when meeting.Groups[0] == CancelledGroup && meeting.Date.Month is (3 or 4) =>
                    meeting with { Status = MeetingStatus.Cancelled },
                _ => meeting,
            }),
        ],
    };

    private static IReadOnlyList<Membership> ReadPeople()
    {
        var mistakes = new List<Mistake>();
        var list = File.ReadAllText(Path.Combine(Repository.Root, "config", "people", "example.csv"));
        return PeopleReader.Read("example.csv", list, Network.FiveCharters, mistakes);
    }
}
