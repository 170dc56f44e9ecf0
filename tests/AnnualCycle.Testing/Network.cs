using AnnualCycle.Calendars;
using AnnualCycle.Charters;
using AnnualCycle.Planning;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans;
using NodaTime;

namespace AnnualCycle.Testing;

/// <summary>
/// Charters as the service reads them, with the calendars that it ships, ready to be planned in a test.
/// </summary>
public static class Network
{
    /// <summary>The day on which tests plan.</summary>
    public static LocalDate Today { get; } = new(2026, 11, 22);

    /// <summary>The calendars of <c>config/calendars</c>.</summary>
    public static WorkCalendar Calendar { get; } = ReadCalendar();

    /// <summary>The charter files of <c>config/charters</c>, in the order of their names.</summary>
    public static IReadOnlyList<Collaboration> FiveCharters { get; } =
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "config", "charters"), "*.yaml")
            .Order(StringComparer.Ordinal)
            .Select(file => Charter(File.ReadAllText(file), Path.GetFileName(file))),
    ];

    /// <summary>A charter without mistakes.</summary>
    /// <exception cref="InvalidOperationException">It has some; the message lists them.</exception>
    public static Collaboration Charter(string yaml, string file = "nord.yaml")
    {
        var reading = CharterReader.Read(file, yaml);
        return reading.Collaboration
            ?? throw new InvalidOperationException(string.Join('\n', reading.Mistakes));
    }

    /// <summary>A year of the given charters, before it is planned.</summary>
    public static YearInput Year(int year, params IReadOnlyList<Collaboration> charters) =>
        new(year, charters, Calendar) { Today = Today };

    /// <summary>
    /// The plan that a user would see; few rounds of search, as tests ask for rules and not for the last point.
    /// </summary>
    public static Plan Plan(YearInput input, int steps = 60) =>
        YearPlanner.Plan(input, new SolveBudget { Steps = steps, Bound = false }).Plan;

    private static WorkCalendar ReadCalendar()
    {
        var mistakes = new List<Mistake>();
        return WorkCalendar.Read(Text("sweden.yaml"), Text("school-breaks.yaml"), mistakes)
            ?? throw new InvalidOperationException(string.Join('\n', mistakes));
    }

    private static (string, string) Text(string file) =>
        (file, File.ReadAllText(Path.Combine(Repository.Root, "config", "calendars", file)));
}
