using AnnualCycle.Plans;
using AnnualCycle.Plans.Changes;
using AnnualCycle.Publishing.Answers;
using AnnualCycle.Publishing.Invitations;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Server.Service;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Audit;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Invitations;
using AnnualCycle.Storage.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace AnnualCycle.Server.Pages.Meetings;

/// <summary>A meeting for its process leader: who comes, who stands in, and what can be changed.</summary>
[AllowedFor(Role.ProcessLeader)]
public sealed class OneModel(MeetingDesk desk) : PageModel
{
    private const int LongestName = 120, LongestPlace = 200, LongestReason = 300;

    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public PlannedMeeting Meeting { get; private set; } = null!;

    public PlanRevision Revision { get; private set; } = null!;

    public Attendance Attendance { get; private set; } = null!;

    public GuestList Guests { get; private set; } = null!;

    /// <summary>What a draft that waits would change of the meeting, a line each; empty when nothing does.</summary>
    public IReadOnlyList<string> Waiting { get; private set; } = [];

    /// <summary>As the draft has it, for whoever changes it further.</summary>
    public PlannedMeeting Drafted { get; private set; } = null!;

    /// <summary>Addresses that a mail about the meeting could not be sent to.</summary>
    public IReadOnlySet<string> Stopped { get; private set; } = new HashSet<string>();

    /// <summary>Links to the video meeting that Teams made; none when Outlook has not told one.</summary>
    public IReadOnlyList<string> TeamsLinks { get; private set; } = [];

    /// <summary>True where invites come by more than one way.</summary>
    public bool HasWays { get; private set; }

    /// <summary>Why what was asked for was not done, and what speaks against it; empty when nothing does.</summary>
    public IReadOnlyList<string> Objections { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    public bool IsOver => ToldTime.Of(Meeting).IsOver(desk.Clock);

    private string Who => HttpContext.Viewer()!.Email;

    public async Task<IActionResult> OnGetAsync(string collaboration, string meeting, CancellationToken cancel) =>
        await LookAsync(collaboration, meeting, cancel) ? Page() : NotFound();

    /// <param name="seat">Full id of the seat, and whose it is.</param>
    /// <param name="person">Address of one of the seat's substitutes; empty when somebody else is typed.</param>
    public async Task<IActionResult> OnPostStandInAsync(string collaboration, string meeting, string? seat, string? holder,
        string? person, string? name, string? email, CancellationToken cancel)
    {
        if (!await LookAsync(collaboration, meeting, cancel))
        {
            return NotFound();
        }

        if (Attendance.Asked.FirstOrDefault(own => own.Who.Email == holder && own.Who.Seats.Contains(seat ?? "")) is not { } whose
            || !Guests.MaySendAnother(seat!))
        {
            return Refuse("Den platsen har ingen ersättare enligt uppdragsbeskrivningen.");
        }

        var known = Guests.SubstitutesFor(seat!, Meeting.Date).FirstOrDefault(own => own.Email == person);
        var typed = (known?.Email ?? email ?? "").Trim().ToLowerInvariant();
        var called = known?.Name ?? ShortText.OrNull(name, LongestName);
        if (new Mailbox(typed).Wire is null || called is null)
        {
            return Refuse("Välj en ersättare, eller skriv namn och e-postadress.");
        }

        if (Attendance.Asked.Any(own => own.Who.Email == typed))
        {
            return Refuse("Den personen är redan kallad till mötet.");
        }

        var standIn = new StandIn
        {
            Uid = Meeting.Uid, Seat = seat!, For = whose.Who.Email, Name = called, Email = typed,
            NamedBy = Who, Named = desk.Now,
        };
        return await ChangeAsync(context => StandIns.NameAsync(context, standIn, cancel),
            ("Utsåg en ersättare", "Ersättaren är utsedd och kallas till mötet.",
                "Ersättaren är utsedd. Kallelsen går när året fastställs och skickas."), cancel);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(
        string collaboration, string meeting, string? seat, string? holder, CancellationToken cancel) =>
        !await LookAsync(collaboration, meeting, cancel) ? NotFound() : await ChangeAsync(
            context => StandIns.TakeBackAsync(context, Meeting.Uid, seat ?? "", holder ?? "", cancel),
            ("Tog tillbaka en ersättare", "Ersättaren är inte längre kallad och får besked om det.",
                "Ersättaren är inte längre utsedd."), cancel);

    public Task<IActionResult> OnPostMoveAsync(
        string collaboration, string meeting, string? date, string? start, CancellationToken cancel) =>
        EditAsync(collaboration, meeting, "move", (edit, plan) => (LocalDatePattern.Iso.Parse(date ?? ""), Time.Parse(start ?? "")) is
            ({ Success: true } day, { Success: true } clock)
                ? edit.Move(plan, Meeting.Id, day.Value, clock.Value)
                : new EditedPlan(plan, null, [], [new Mistake(Meeting.Id, 0, "dag eller tid saknas", "Skriv båda")]), cancel);

    public Task<IActionResult> OnPostPlaceAsync(
        string collaboration, string meeting, string? place, string? room, string? video, CancellationToken cancel) =>
        EditAsync(collaboration, meeting, "place", (edit, plan) =>
            edit.Place(plan, Meeting.Id, MeetingPlace.Typed(ShortText.OrNull(place, LongestPlace), ShortText.OrNull(room, LongestPlace), video)), cancel);

    public Task<IActionResult> OnPostCancelAsync(
        string collaboration, string meeting, string? reason, CancellationToken cancel) =>
        EditAsync(collaboration, meeting, "cancel", (edit, plan) =>
            edit.Cancel(plan, Meeting.Id, desk.Clock.Date, ShortText.OrNull(reason, LongestReason) ?? ""), cancel);

    private async Task<IActionResult> EditAsync(string collaboration, string meeting, string action,
        Func<PlanEdit, Plan, EditedPlan> make, CancellationToken cancel)
    {
        if (!await LookAsync(collaboration, meeting, cancel))
        {
            return NotFound();
        }

        var outcome = await desk.Editing(Who).MakeAsync(new WantedEdit(Revision.Year, action, make), cancel);
        if (outcome.Meeting is null)
        {
            return Refuse([.. outcome.Mistakes.Select(mistake => $"{PageWords.Headed(mistake.Text)}. {mistake.Advice}".Trim())]);
        }

        Done = outcome.Said.Length == 0 ? "Det var redan så." : string.Join('\n',
            [$"{outcome.Said}", .. outcome.Warnings.Select(warning => $"Obs: {warning}"), "Sparat som utkast: ingen ser det förrän det publiceras."]);
        return Redirect(Request.Path);
    }

    private async Task<IActionResult> ChangeAsync(
        Func<AnnualCycleContext, Task> change, (string Logged, string Sent, string Unsent) said, CancellationToken cancel)
    {
        var mails = await desk.Database.ChangeAsync(async context =>
        {
            await change(context);
            context.Audit.Add(new AuditEntry
            {
                At = await Database.NotBeforeAsync(context, desk.Now, cancel), Who = Who, Action = "stand-in",
                Collaboration = Revision.Collaboration, Subject = Meeting.Id, Text = $"{said.Logged}: {Meeting.Title} {SwedishDates.Iso(Meeting.Date)}",
            });
            var found = await MeetingDesk.FindAsync(context, Meeting.Uid, cancel);
            return await desk.KeepAsync(context, found!, cancel);
        }, cancel);
        Done = mails > 0 ? said.Sent : said.Unsent;
        return Redirect(Request.Path);
    }

    private PageResult Refuse(params IReadOnlyList<string> objections)
    {
        Objections = objections;
        return Page();
    }

    private async Task<bool> LookAsync(string collaboration, string meeting, CancellationToken cancel)
    {
        await using var context = desk.Database.Open();
        if (await MeetingDesk.FindAsync(context, meeting, cancel) is not { } found || found.Revision.Collaboration != collaboration)
        {
            return false;
        }

        (Meeting, Revision, Drafted) = (found.Meeting, found.Revision, found.Meeting);
        if (await new PlanBook(context).DraftAsync(collaboration, Revision.Year, cancel) is { } draft)
        {
            Waiting = [.. PlanDiff.Between(Revision.Plan, draft.Plan).Changes.Where(change => change.Uid == Meeting.Uid)
                .Select(change => change.Text)];
            Drafted = draft.Plan.Meetings.FirstOrDefault(own => own.Uid == Meeting.Uid) ?? Meeting;
        }

        Guests = await GuestList.ReadAsync(context, cancel);
        Attendance = Attendance.Of(Meeting, Guests, await context.Invitations.AsNoTracking()
            .Where(own => own.Uid == Meeting.Uid).ToListAsync(cancel));
        Stopped = (await context.Deliveries.Where(own => own.Uid == Meeting.Uid && own.State == DeliveryState.Parked)
            .Select(own => own.Recipient).ToListAsync(cancel)).ToHashSet();
        TeamsLinks = await context.OutlookMeetings.Where(own => own.Uid == Meeting.Uid && own.JoinUrl != null)
            .Select(own => own.JoinUrl!).ToListAsync(cancel);
        HasWays = desk.IsInOutlook(collaboration) || Attendance.Asked.Any(own => own.Told?.Channel == InviteChannel.Outlook);
        return true;
    }
}
