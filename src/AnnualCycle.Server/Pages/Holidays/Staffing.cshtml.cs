using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Publishing;
using AnnualCycle.Publishing.Holidays;
using AnnualCycle.Server.Service;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Server.Years;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace AnnualCycle.Server.Pages.Holidays;

/// <summary>
/// Where a member confirms, by the link in their mail, that their organisation is staffed on a staffing day. Nothing is saved
/// before somebody presses a button.
/// </summary>
/// <remarks>
/// The secret in the address is what another site would have to know to send this form, so no cookie is asked for.
/// </remarks>
[AllowedFor(Role.Public), EnableRateLimiting(SignInLimit.Links), IgnoreAntiforgeryToken]
public sealed class StaffingModel(Database database, HolidayDesk desk, YearsInForce years) : PageModel
{
    public StaffingAsked Asked { get; private set; } = null!;

    public StaffingMember Member { get; private set; } = null!;

    public string Collaboration { get; private set; } = "";

    public StaffingStanding Standing { get; private set; } = null!;

    /// <summary>"Påsken 2027: fyra lediga dagar …"; null for a day that is no staffing day any more.</summary>
    public string? DaysOff { get; private set; }

    /// <summary>False when the charter, or the calendar, has made it a day as any other since the mail went.</summary>
    public bool IsStaffingDay => DaysOff is not null;

    public bool IsOpen => IsStaffingDay && StaffingReplies.IsOpen(Asked.Subject, desk.Now);

    public Task<IActionResult> OnGetAsync(string token, CancellationToken cancel) => ShowAsync(token, cancel);

    public async Task<IActionResult> OnPostAsync(
        string token, [FromForm(Name = "angra")] bool takesBack, CancellationToken cancel) =>
        await ShowAsync(token, cancel) is NotFoundResult ? NotFound()
            : IsStaffingDay && await desk.ConfirmAsync(Asked.Subject, Member, takesBack, cancel)
            ? LocalRedirect($"/bemanning/{token}") : Page();

    private async Task<IActionResult> ShowAsync(string token, CancellationToken cancel)
    {
        LinkPage.Keep(Response);
        await using var context = database.Open();
        var input = years.All.LastOrDefault()?.Input;
        if (await StaffingReplies.ReadAsync(context, token, cancel) is not { } asked
            || input?.Collaborations.FirstOrDefault(own => own.Id == asked.Subject.Collaboration) is not { } collaboration)
        {
            return NotFound();
        }

        var members = StaffingMembers.Of(collaboration, input.People, SwedishTime.DayOf(desk.Now));
        if (members.FirstOrDefault(own => own.Email == asked.Email) is not { } member)
        {
            return NotFound();
        }

        (Asked, Member, Collaboration) = (asked, member, collaboration.Name);
        Standing = StaffingStanding.Of(members, asked.Confirmed);
        var calendar = new HolidayCalendar(input.Calendar);
        DaysOff = collaboration.Staffing is not { } rule ? null : new StaffingDays(calendar).In(asked.Subject.Day.Year, rule)
            .Where(day => day.Date == asked.Subject.Day)
            .Select(day => Plans.Holidays.HolidayText.DaysOff(calendar.Of(day.Holiday, day.Year))).FirstOrDefault();
        return Page();
    }
}
