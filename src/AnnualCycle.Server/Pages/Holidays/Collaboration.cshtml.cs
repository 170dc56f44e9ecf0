// Over 25 lines in one method because what a storhelg has got of answers is put together in one place.
using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Publishing;
using AnnualCycle.Publishing.Holidays;
using AnnualCycle.Server.Service;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Server.Years;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Holidays;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Server.Pages.Holidays;

/// <summary>
/// The storhelger to come for those who belong to a collaboration: who has confirmed the staffing days, and what conveners
/// were asked and have answered.
/// </summary>
[AllowedFor(Role.Member)]
public sealed class CollaborationModel(Database database, HolidayDesk desk, YearsInForce years) : PageModel
{
    private const int DaysShown = 400;

    public string Id => (string)RouteData.Values["collaboration"]!;

    public string Name { get; private set; } = "";

    public IReadOnlyList<ComingHoliday> Coming { get; private set; } = [];

    /// <summary>Null for somebody who is on none of the seats that are asked.</summary>
    public StaffingMember? Member { get; private set; }

    [TempData]
    public string? Done { get; set; }

    private Viewer Viewer => HttpContext.Viewer()!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await ReadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostConfirmAsync(
        string? day, [FromForm(Name = "angra")] bool takesBack, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel) || Member is not { } member
            || LocalDatePattern.Iso.Parse(day ?? "") is not { Success: true, Value: var date }
            || !Coming.SelectMany(own => own.Staffing).Any(own => own.Day == date))
        {
            return NotFound();
        }

        var isOpen = await desk.ConfirmAsync(new StaffingSubject(Id, date), member, takesBack, cancel);
        return Back(!isOpen ? "Dagen har varit. Inget är ändrat."
            : takesBack ? "Bekräftelsen är borttagen." : $"Tack! Du har bekräftat för {member.Organisation}.");
    }

    public async Task<IActionResult> OnPostAnswerAsync(
        string? subject, string? part, string? answer, CancellationToken cancel)
    {
        if (HolidaySubject.Read(subject ?? "") is not { } about || about.Collaboration != Id
            || AnswerModel.Read(answer) is not { } said || Part(part) is not { } asked)
        {
            return NotFound();
        }

        if (!await MayAnswerAsync(about, cancel))
        {
            return Forbid();
        }

        await desk.AnswerAsync(about, new Dictionary<HolidayPart, HolidayAnswer> { [asked] = said }, Viewer.Email, cancel);
        return Back(said == HolidayAnswer.Yes
            ? "Svaret är sparat. Ett förslag till tid ligger i ett utkast." : "Svaret är sparat. Det blir inget möte.");
    }

    // By its name alone: a number is no part, whatever else it could be read as.
    private static HolidayPart? Part(string? said) =>
        Enum.GetValues<HolidayPart>().Cast<HolidayPart?>().FirstOrDefault(part => $"{part}" == said);

    private async Task<bool> MayAnswerAsync(HolidaySubject subject, CancellationToken cancel) =>
        Viewer.Is(Role.Convener, Id, subject.Group) || await desk.IsAskedAsync(
            subject, Viewer.Email, years.All.LastOrDefault()?.Input.Collaborations ?? [], cancel);

    private RedirectResult Back(string done)
    {
        Done = done;
        return Redirect($"/{Id}/storhelger");
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (years.All.LastOrDefault()?.Input is not { } input
            || input.Collaborations.FirstOrDefault(own => own.Id == Id) is not { } collaboration)
        {
            return false;
        }

        var today = SwedishTime.DayOf(desk.Now);
        var members = StaffingMembers.Of(collaboration, input.People, today);
        await using var context = database.Open();
        var confirmed = await context.StaffingConfirmations.AsNoTracking().Where(own => own.Collaboration == Id)
            .ToListAsync(cancel);
        var requests = await context.HolidayRequests.AsNoTracking().Where(own => own.Collaboration == Id).ToListAsync(cancel);
        var rows = new HolidayRows(input.Calendar, [collaboration], [.. years.All.SelectMany(year => year.Plan.Meetings)]);
        (Name, Member) = (collaboration.Name, members.FirstOrDefault(own => own.Email == Viewer.Email));
        var shown = Enumerable.Range(today.Year - 1, 3).SelectMany(rows.In)
            .Where(row => row.Facts.Days.End >= today && row.Facts.Days.Start <= today.PlusDays(DaysShown));
        var coming = new List<ComingHoliday>();
        foreach (var row in shown)
        {
            coming.Add(new ComingHoliday(row,
                [.. row.Staffing.Where(_ => collaboration.Staffing is not null).Select(day => Standing(day.Day))],
                await QuestionsAsync(row.Facts)));
        }

        Coming = coming;
        return true;

        StaffingDayRow Standing(LocalDate day)
        {
            var own = confirmed.Where(one => one.Day == day).ToList();
            return new StaffingDayRow(day, StaffingStanding.Of(members, own),
                own.Any(one => one.Email == Viewer.Email), day >= today);
        }

        async Task<IReadOnlyList<HolidayQuestionRow>> QuestionsAsync(HolidayFacts facts)
        {
            var found = new List<HolidayQuestionRow>();
            foreach (var request in requests.Where(own => own.Year == facts.Year && own.Holiday == HolidayNames.Id(facts.Holiday))
                .OrderBy(own => own.GroupId, StringComparer.Ordinal).ThenBy(own => own.Part))
            {
                var subject = new HolidaySubject(request.GroupId, request.Year, facts.Holiday);
                found.Add(new HolidayQuestionRow(subject,
                    collaboration.Groups.FirstOrDefault(group => group.Id == request.GroupId)?.Name ?? request.GroupId,
                    request, HolidayReplies.IsOpen(request, desk.Now) && await MayAnswerAsync(subject, cancel)));
            }

            return found;
        }
    }
}

/// <summary>A storhelg to come, with what members and conveners have said.</summary>
public sealed record ComingHoliday(
    HolidayRow Row, IReadOnlyList<StaffingDayRow> Staffing, IReadOnlyList<HolidayQuestionRow> Questions);

/// <summary>A staffing day with who has confirmed it.</summary>
/// <param name="IsMine">True when whoever looks has confirmed it.</param>
public sealed record StaffingDayRow(LocalDate Day, StaffingStanding Standing, bool IsMine, bool IsOpen);

/// <summary>What a convener was asked.</summary>
/// <param name="MayAnswer">True when whoever looks may answer it now.</param>
public sealed record HolidayQuestionRow(HolidaySubject Subject, string Group, HolidayRequest Request, bool MayAnswer);
