using AnnualCycle.Calendars;
using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Storage.Charters;
using AnnualCycle.Storage.Network;
using NodaTime;

namespace AnnualCycle.Server.Service;

/// <summary>
/// Tells which charter files can be taken in: those that are understood and whose rules the coming year can keep.
/// </summary>
/// <param name="network">The calendars; without them nothing can be said of the year.</param>
internal sealed class CharterCheck(NetworkFiles? network, LocalDate today)
{
    /// <summary>The files without mistakes; those of the others are told.</summary>
    public IReadOnlyList<CharterText> Good(IReadOnlyList<CharterText> files, List<Mistake> mistakes)
    {
        // Mistakes of the calendars themselves are told by whoever plans with them.
        var calendar = network is null ? null : WorkCalendar.Read(
            (network.Sweden.File, network.Sweden.Text), (network.SchoolBreaks.File, network.SchoolBreaks.Text), []);
        return [.. files.Where(file => MistakesOf(file, calendar).ToList() is var wrong && Told(wrong, mistakes))];
    }

    private IEnumerable<Mistake> MistakesOf(CharterText file, WorkCalendar? calendar)
    {
        var reading = CharterReader.Read(file.File, file.Text);
        return reading.Collaboration is { } read && calendar is not null
            ? YearCheck.Mistakes(new YearInput(today.Year + 1, [read], calendar)) : reading.Mistakes;
    }

    private static bool Told(List<Mistake> wrong, List<Mistake> mistakes)
    {
        mistakes.AddRange(wrong);
        return wrong.Count == 0;
    }
}
