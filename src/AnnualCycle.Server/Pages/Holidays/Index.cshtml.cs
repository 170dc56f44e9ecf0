using AnnualCycle.Charters;
using AnnualCycle.Plans;
using AnnualCycle.Server.Pages.Subscriptions;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Server.Years;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace AnnualCycle.Server.Pages.Holidays;

/// <summary>A year's storhelger across collaborations: what the calendar makes of them, and who meets around them.</summary>
[AllowedFor(Role.Public)]
public sealed class IndexModel(ShownYears years, PublicAddress address) : PageModel
{
    private const int First = 2005, Last = 2100;

    public int Year { get; private set; }

    /// <summary>Those with a day in the year, so that the Christmas before is the first.</summary>
    public IReadOnlyList<HolidayRow> Rows { get; private set; } = [];

    /// <summary>The staffing days that fall in the calendar year: 2 January is of the Christmas before.</summary>
    public IReadOnlyList<LocalDate> StaffingDays { get; private set; } = [];

    /// <summary>Years to choose among.</summary>
    public IReadOnlyList<int> Near { get; private set; } = [];

    /// <summary>Collaborations with something of their own to tell, for those who belong to them.</summary>
    public IReadOnlyList<PlannedCollaboration> Own { get; private set; } = [];

    /// <summary>Null while there is no calendar to subscribe to.</summary>
    public Subscription? Subscription { get; private set; }

    public IActionResult OnGet(int? year)
    {
        Year = year ?? years.Now.Year;
        if (Year is < First or > Last)
        {
            return NotFound();
        }

        var all = years.All;
        var shown = all.SelectMany(own => own.Plan.Collaborations).DistinctBy(own => own.Id).ToList();
        // What a collaboration says of itself is as its latest year has it.
        var charters = shown.Select(own => all.Select(one => one.CharterOf(own.Id)).LastOrDefault(one => one is not null))
            .OfType<Collaboration>().ToList();
        var rows = new HolidayRows(
            all.LastOrDefault()?.Calendar, charters, [.. all.SelectMany(own => own.Plan.Meetings)]);
        // Christmas is of the year of its julafton, and its last days begin the next.
        Rows = [.. rows.In(Year - 1).Where(row => row.Facts.Days.End.Year == Year), .. rows.In(Year)];
        StaffingDays = [.. Rows.SelectMany(row => row.Staffing).Select(own => own.Day)
            .Where(day => day.Year == Year).Distinct().Order()];
        Near = [.. all.Select(own => own.Year).Append(Year).Append(Year - 1).Append(Year + 1).Distinct().Order()
            .Where(near => near is >= First and <= Last)];
        Own = [.. shown.Where(own => charters.Any(one => one.Id == own.Id && Coordinates(one))
            && HttpContext.Viewer()?.MaySee(own.Id) == true)];
        Subscription = charters.Any(own => own.Public && Coordinates(own))
            ? new Subscription("Storhelger", new Uri(address.For(Request), "/feeds/storhelger.ics"),
                new Uri(address.For(Request), $"/storhelger/{Year}")) : null;
        return Page();
    }

    private static bool Coordinates(Collaboration own) =>
        own.Staffing is not null || own.Groups.Any(group => group.HolidayCoordination is not null);
}
