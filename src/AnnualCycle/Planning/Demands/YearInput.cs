using AnnualCycle.Calendars;
using AnnualCycle.Charters;
using AnnualCycle.People;
using NodaTime;

namespace AnnualCycle.Planning.Demands;

/// <summary>Everything a year's plan is made from.</summary>
public sealed record YearInput(int Year, IReadOnlyList<Collaboration> Collaborations, WorkCalendar Calendar)
{
    public IReadOnlyList<Membership> People { get; init; } = [];

    /// <summary>Dates decided elsewhere; those of other years are left out.</summary>
    public IReadOnlyList<GivenDate> Given { get; init; } = [];

    public IReadOnlyList<BusyDay> Busy { get; init; } = [];

    /// <summary>Rooms that have a calendar, as charters name the place of meetings; an empty calendar counts.</summary>
    public IReadOnlyList<string> Rooms { get; init; } = [];

    /// <summary>What conveners have said yes to, of every year.</summary>
    public IReadOnlyList<HolidayMeeting> HolidayMeetings { get; init; } = [];

    /// <summary>The day it is: what lies before it is overdue, nothing else depends on it.</summary>
    public LocalDate? Today { get; init; }

    /// <summary>
    /// First day that may be planned; what a series should have had before is counted as held. Null for the whole year.
    /// </summary>
    public LocalDate? From { get; init; }

    /// <summary>
    /// The host part of every UID: the service's own name, so that two services never make the same one.
    /// </summary>
    public string UidHost { get; init; } = "annualcycle.example";

    public DateInterval Days => new(new LocalDate(Year, 1, 1), new LocalDate(Year, 12, 31));

    public YearSpans Spans => new(Year, new TermDays(Calendar.SpringTerm(Year), Calendar.AutumnTerm(Year)));
}
