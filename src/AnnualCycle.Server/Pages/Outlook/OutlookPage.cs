// Over 60 lines because each choice about an entry or a mailbox is a button of one page.
using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Server.Pages.Meetings;
using AnnualCycle.Server.Service;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Outlook;
using AnnualCycle.Storage.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Server.Pages.Outlook;

/// <summary>What stands in Outlook, what is on its way there, and what a person has to decide.</summary>
public abstract class OutlookPage(Installation installation, MeetingDesk meetings, OutlookDesk desk, TenantHealth health) : PageModel
{
    private const string ChangedSince = "Det har ändrats sedan sidan visades. Inget är gjort: se efter och välj igen.";

    /// <summary>Id of the one collaboration that is shown; null for all.</summary>
    public abstract string? Only { get; }

    public string Address => Only is null ? "/outlook" : $"/{Only}/outlook";

    public IReadOnlyList<OutlookRow> Rows { get; private set; } = [];

    public IReadOnlyList<ShownMailbox> Mailboxes { get; private set; } = [];

    public OutlookSettings Settings => installation.Outlook;

    /// <summary>When the tenant was last looked at; null when it has not been.</summary>
    public Instant? Looked => health.Latest?.At;

    /// <summary>What is not as it should be, or nobody knows, of a mailbox; of the tenant as a whole when none is named.</summary>
    public IReadOnlyList<TenantFinding> FindingsOf(string? mailbox) =>
        [.. (health.Latest?.Findings ?? []).Where(one => one.Mailbox == mailbox && one.Verdict != TenantVerdict.Good)];

    public bool MayPause => HttpContext.Viewer()!.IsAdministrator;

    /// <summary>What was just done, in words; null for nothing.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>Why what was asked for was not done; null when it was.</summary>
    [TempData]
    public string? Refused { get; set; }

    /// <summary>Where the draft that it was taken into is published; null for none.</summary>
    [TempData]
    public string? Draft { get; set; }

    public Instant Now => meetings.Now;

    private string Who => HttpContext.Viewer()!.Email;

    public OutlookMailbox? BoxOf(OutlookRow row) => Mailboxes.FirstOrDefault(box => box.Address == row.Own.Mailbox)?.Own;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var today = meetings.Clock.Date;
        await using var context = installation.Database.Open();
        var plans = await context.Plans.AsNoTracking().Where(plan => plan.Year >= today.Year - 1
            && (plan.State == PlanState.Proposed || plan.State == PlanState.Adopted)).ToListAsync(cancel);
        var byUid = plans.SelectMany(plan => plan.Plan.Meetings).DistinctBy(meeting => meeting.Uid).ToDictionary(meeting => meeting.Uid);
        var all = (await context.OutlookMeetings.AsNoTracking().ToListAsync(cancel))
            .Select(own => new OutlookRow(own, byUid.GetValueOrDefault(own.Uid))).ToList();
        Rows = [.. all.Where(row => (Only is null || row.Own.Collaboration == Only) && IsShown(row, today))
            .OrderBy(row => row.State).ThenBy(DayOf).ThenBy(row => row.Own.Uid, StringComparer.Ordinal)];
        Mailboxes = await MailboxesAsync(context, plans, [.. all.Select(row => row.Own)], cancel);
    }

    public Task<IActionResult> OnPostLetStandAsync(string? uid, string? mailbox, string? seen, CancellationToken cancel) => DecideAsync(
        (uid, mailbox, seen), own => desk.LetStandAsync(own.Uid, own.Mailbox, Who, Now, cancel), "Det får stå som det är i Outlook.", cancel);

    public Task<IActionResult> OnPostRestoreAsync(string? uid, string? mailbox, string? seen, CancellationToken cancel) => DecideAsync(
        (uid, mailbox, seen), own => desk.RestoreAsync(own.Uid, own.Mailbox, Who, Now, cancel), "Det återställs i Outlook så snart det går.", cancel);

    public Task<IActionResult> OnPostTryAgainAsync(string? uid, string? mailbox, string? seen, CancellationToken cancel) => DecideAsync(
        (uid, mailbox, seen), own => desk.TryAgainAsync(own.Uid, own.Mailbox, Who, Now, cancel), "Det försöks igen så snart det går.", cancel);

    public async Task<IActionResult> OnPostTakeInAsync(string? uid, string? mailbox, string? seen, CancellationToken cancel)
    {
        if (await FindAsync(uid, mailbox, cancel) is not var (row, found))
        {
            return NotFound();
        }

        if (row.Drift is not null && row.Seen != seen)
        {
            return Back(ChangedSince);
        }

        if (row is not { Drift: { } drift, Wanted: { } ours } || found is null || new TakenIn(ours, drift.Found) is not { IsPossible: true } taken)
        {
            return Back("Det finns inget här som planen kan ta in.");
        }

        var outcome = await meetings.Editing(Who).MakeAsync(
            taken.Edit(found.Meeting, found.Revision.Year, meetings.Clock.Date), cancel);
        if (outcome.Meeting is null)
        {
            return Back(string.Join(' ', outcome.Mistakes.Select(mistake => PageWords.Sentence(
                $"{mistake.Text}{(mistake.Advice is { Length: > 0 } advice ? $". {advice}" : "")}"))));
        }

        await desk.LetStandAsync(row.Own.Uid, row.Own.Mailbox, Who, Now, cancel);
        Done = string.Join('\n', [outcome.Said.Length == 0 ? "Det var redan så i planen." : outcome.Said,
            .. outcome.Warnings.Select(warning => $"Obs: {warning}"), "Sparat som utkast: det gäller hos oss när det har publicerats."]);
        Draft = $"/{row.Own.Collaboration}/publicera/{found.Revision.Year}";
        return Redirect(Address);
    }

    public Task<IActionResult> OnPostPauseAsync(string? mailbox, CancellationToken cancel) => OfMailboxAsync(
        mailbox, own => desk.PauseAsync(own, Who, Now, cancel), "Inget mer görs i brevlådan förrän någon låter den gå vidare.");

    public Task<IActionResult> OnPostGoOnAsync(string? mailbox, CancellationToken cancel) => OfMailboxAsync(
        mailbox, own => desk.GoOnAsync(own, Who, Now, cancel), "Brevlådan går vidare.");

    private async Task<IActionResult> OfMailboxAsync(string? mailbox, Func<string, Task> decide, string done)
    {
        if (!MayPause)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await using var context = installation.Database.Open();
        if (mailbox is null || (Settings.Organisers.Values.All(own => own.Mailbox != mailbox)
            && !await context.OutlookMailboxes.AnyAsync(own => own.Mailbox == mailbox)))
        {
            return NotFound();
        }

        await decide(mailbox);
        Done = done;
        return Redirect(Address);
    }

    private async Task<IActionResult> DecideAsync((string? Uid, string? Mailbox, string? Seen) key, Func<OutlookMeeting, Task<bool>> decide,
        string done, CancellationToken cancel)
    {
        if (await FindAsync(key.Uid, key.Mailbox, cancel) is not var (row, _))
        {
            return NotFound();
        }

        // Whoever decides has seen what it is about: it may have been changed again in Outlook, or here.
        if (row.Drift is not null && row.Seen != key.Seen)
        {
            return Back(ChangedSince);
        }

        if (!await decide(row.Own))
        {
            return Back("Det väntar inte längre på något beslut. Inget är ändrat.");
        }

        Done = done;
        return Redirect(Address);
    }

    private async Task<(OutlookRow Row, FoundMeeting? Found)?> FindAsync(string? uid, string? mailbox, CancellationToken cancel)
    {
        await using var context = installation.Database.Open();
        var own = await context.OutlookMeetings.AsNoTracking().SingleOrDefaultAsync(
            row => row.Uid == uid && row.Mailbox == mailbox && (Only == null || row.Collaboration == Only), cancel);
        var found = own is null ? null : await MeetingDesk.FindAsync(context, own.Uid, cancel);
        return own is null ? null : (new OutlookRow(own, found?.Meeting), found);
    }

    private RedirectResult Back(string refused)
    {
        Refused = refused;
        return Redirect(Address);
    }

    // What has been held and needs nobody is past; so is what left Outlook long ago.
    private static bool IsShown(OutlookRow row, LocalDate today) =>
        row.State <= OutlookState.Waiting && (row.State > OutlookState.Stopped || !IsOver(row, today))
        || (row.State == OutlookState.Standing || row.Meeting is not null) && DayOf(row) >= today;

    // Nobody has anything to decide on any more: neither here nor there does it stand on a day to come.
    private static bool IsOver(OutlookRow row, LocalDate today) => DayOf(row) is var day && day > LocalDate.MinIsoValue && day < today
        && !(row.Drift?.Found?.Date >= today) && !(row.Told?.Date >= today);

    private static LocalDate DayOf(OutlookRow row) => row.Shown?.Date ?? row.Meeting?.Date ?? LocalDate.MinIsoValue;

    private async Task<IReadOnlyList<ShownMailbox>> MailboxesAsync(AnnualCycleContext context, IReadOnlyList<PlanRevision> plans,
        IReadOnlyList<OutlookMeeting> rows, CancellationToken cancel)
    {
        var boxes = await context.OutlookMailboxes.AsNoTracking().ToDictionaryAsync(own => own.Mailbox, cancel);
        string NameOf(string id) => plans.FirstOrDefault(plan => plan.Collaboration == id)?.Plan.Collaborations[0].Name ?? id;
        return [.. Settings.Organisers.Select(own => (own.Value.Mailbox, own.Key))
            .Concat(rows.Where(own => own.IsWaiting || own.Told is not null).Select(own => (own.Mailbox, own.Collaboration)))
            .Distinct().GroupBy(own => own.Mailbox, own => own.Item2).OrderBy(same => same.Key, StringComparer.Ordinal)
            .Where(same => Only is null || same.Contains(Only))
            .Select(same => new ShownMailbox(same.Key, boxes.GetValueOrDefault(same.Key),
                [.. same.Where(id => Only is null || id == Only).Order(StringComparer.Ordinal).Select(NameOf)],
                OutlookBacklog.Of(rows.Where(own => own.Mailbox == same.Key), Settings)))];
    }
}
