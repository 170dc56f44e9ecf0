using AnnualCycle.Planning.Demands;
using AnnualCycle.Publishing.Busy;
using NodaTime;

namespace AnnualCycle.Server.Configuration;

/// <summary>
/// What <c>--busy</c> names: a table of busy times, a list of calendars, or one calendar that is called as its owner.
/// </summary>
/// <param name="fetch">Fetches a calendar of a list from its address.</param>
internal sealed class BusyFile(DateInterval days, Func<Uri, Fetched> fetch, ICollection<Mistake> mistakes)
{
    private readonly List<string> _owners = [];

    /// <summary>Whose calendars there are, busy or not.</summary>
    public IReadOnlyList<string> Owners => _owners;

    public IReadOnlyList<BusyDay> Read(string file, string text)
    {
        if (Path.GetExtension(file) == ".ics")
        {
            return Times(file, new BusyCalendar(Path.GetFileNameWithoutExtension(file), Path.GetFileName(file), 0));
        }

        if (!BusyCalendars.IsList(text))
        {
            IReadOnlyList<BusyDay> listed = BusyDays.Read(file, text, mistakes);
            _owners.AddRange(listed.Select(busy => busy.Who).Distinct());
            return listed;
        }

        return [.. BusyCalendars.Read(file, text, mistakes).SelectMany(calendar => Times(file, calendar))];
    }

    private IReadOnlyList<BusyDay> Times(string list, BusyCalendar calendar)
    {
        _owners.Add(calendar.Who);
        var answer = calendar.Address is { } address
            ? fetch(address) : CalendarFile.Read(new ListedCalendar(list, calendar));
        if (answer.Content is { } content)
        {
            return TakenTimes.Of(content, calendar.Who, days);
        }

        mistakes.Add(new Mistake(list, calendar.Line, $"kalendern {answer.Trouble}"));
        return [];
    }
}
