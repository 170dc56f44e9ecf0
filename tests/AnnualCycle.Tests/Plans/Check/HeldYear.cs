using AnnualCycle.Calendars;
using AnnualCycle.Charters;
using AnnualCycle.People;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans;
using AnnualCycle.Plans.Check;
using AnnualCycle.Testing;
using NodaTime.Text;

namespace AnnualCycle.Tests.Plans.Check;

/// <summary>
/// The year 2027 of small collaborations, held against a calendar that is written meeting by meeting.
/// </summary>
internal sealed class HeldYear
{
    private readonly List<Collaboration> _collaborations = [];
    private readonly List<HeldEvent> _events = [];
    private IReadOnlyList<Membership> _people = [];

    /// <summary>
    /// Adds a collaboration whose charter holds these groups, and what else stands at the file's top level.
    /// </summary>
    public static HeldYear Of(string groups, string file = "dalen.yaml") => new HeldYear().And(groups, file);

    public HeldYear And(string groups, string file)
    {
        var reading = CharterReader.Read(file, $"""
            collaboration: Samverkan {Path.GetFileNameWithoutExtension(file)}
            municipalities: [Ale]
            charter: {OpenBrace} document: Uppdrag {CloseBrace}
            {groups}
            """);
        Assert.Empty(reading.Mistakes);
        _collaborations.Add(reading.Collaboration!);
        return this;
    }

    /// <summary>A meeting of an hour, "2027-02-09 09:00"; without a time, a whole day.</summary>
    public HeldYear Holds(string title, params string[] times)
    {
        foreach (var time in times)
        {
            Holds(title, time, minutes: 60);
        }

        return this;
    }

    public HeldYear Holds(string title, string time, int minutes)
    {
        var parts = time.Split(' ');
        NodaTime.LocalTime? start = parts.Length > 1
            ? LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(parts[1]).Value : null;
        return Holds(new HeldEvent(LocalDatePattern.Iso.Parse(parts[0]).Value, title, _events.Count + 2)
        {
            Start = start,
            End = start?.PlusMinutes(minutes),
            IsCancelled = HeldEvent.IsCalledOff(title),
        });
    }

    public HeldYear Holds(HeldEvent entry)
    {
        _events.Add(entry);
        return this;
    }

    public HeldYear Seats(string people)
    {
        var mistakes = new List<Mistake>();
        var table = $"collaboration,group,seat,name,email\n{people}";
        _people = PeopleReader.Read("people.csv", table, _collaborations, mistakes);
        Assert.Empty(mistakes);
        return this;
    }

    public CheckReport Check(string? only = null) => CalendarCheck.Of(
        new YearInput(2027, _collaborations, Calendar()) { People = _people }, "2027.ics", _events, only);

    /// <summary>What became of one sentence, by the end of its id.</summary>
    public RuleOutcome Sentence(string id) => Check().Groups.SelectMany(group => group.Rules)
        .First(rule => rule.Id.EndsWith("/" + id, StringComparison.Ordinal));

    private const string OpenBrace = "{", CloseBrace = "}";

    private static WorkCalendar Calendar()
    {
        var mistakes = new List<Mistake>();
        (string, string) Read(string name) =>
            (name, File.ReadAllText(Path.Combine(Repository.Root, "config", "calendars", name)));
        return WorkCalendar.Read(Read("sweden.yaml"), Read("school-breaks.yaml"), mistakes)!;
    }
}
