using AnnualCycle.Publishing.Answers;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Server.Years;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Inbox;
using AnnualCycle.Storage.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Server.Pages.Inbox;

/// <summary>A mail that waits, with the meeting it is about and whose answer it could be.</summary>
/// <param name="Meeting">"Ledningsgrupp, torsdag 4 februari 2027"; null when none of ours is known.</param>
/// <param name="Invited">Addresses of those who have an invite; none when it is no plain answer.</param>
public sealed record WaitingMail(PutAsideMail Mail, string? Meeting, IReadOnlyList<string> Invited);

/// <summary>Mails that were put aside: somebody looks at them, counts an answer, and is done.</summary>
public abstract class InboxPage(Database database, ShownYears years, TimeProvider time) : PageModel
{
    private const int Most = 100;

    /// <summary>The latest, newest first.</summary>
    public IReadOnlyList<WaitingMail> Waiting { get; private set; } = [];

    /// <summary>How many wait, also those that are not shown.</summary>
    public int Total { get; private set; }

    /// <summary>What the collaboration is called.</summary>
    public string Name => years.All.Reverse().SelectMany(year => year.Plan.Collaborations)
        .FirstOrDefault(own => own.Id == Only)?.Name ?? Only;

    /// <summary>Id of the collaboration whose mails these are; empty for those of no known meeting.</summary>
    public abstract string Only { get; }

    /// <summary>The page's own address.</summary>
    public string Address => Only.Length == 0 ? "/inkorg" : $"/{Only}/inkorg";

    [TempData]
    public string? Done { get; set; }

    private string Who => HttpContext.Viewer()!.Email;

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await using var context = database.Open();
        var all = context.PutAsideMails.AsNoTracking()
            .Where(mail => mail.Collaboration == Only && mail.Handled == null);
        Total = await all.CountAsync(cancel);
        var mails = await all.OrderByDescending(mail => mail.Id).Take(Most).ToListAsync(cancel);
        var uids = mails.Select(mail => mail.Uid).OfType<string>().Distinct().ToList();
        var invited = (await context.Invitations.AsNoTracking().Where(own => uids.Contains(own.Uid))
            .OrderBy(own => own.Email).Select(own => new { own.Uid, own.Email }).ToListAsync(cancel))
            .ToLookup(own => own.Uid, own => own.Email);
        var meetings = await MeetingsAsync(context, uids, cancel);
        Waiting =
        [
            .. mails.Select(mail => new WaitingMail(mail, mail.Uid is { } uid ? meetings.GetValueOrDefault(uid) : null,
                mail is { Uid: { } known, Answer: not null } ? [.. invited[known]] : [])),
        ];
    }

    public async Task<IActionResult> OnPostHandleAsync(long id, CancellationToken cancel)
    {
        var isDone = await database.ChangeAsync(context => DeskOf(context).HandleAsync(id, cancel), cancel);
        return Back(isDone ? "Mejlet är undanlagt." : "Mejlet var redan undanlagt.");
    }

    public async Task<IActionResult> OnPostCountAsync(long id, string? email, CancellationToken cancel)
    {
        var outcome = await database.ChangeAsync(
            context => DeskOf(context).CountAsync(id, email ?? "", cancel), cancel);
        return Back(outcome switch
        {
            AnswerOutcome.Taken => $"Räknat som svar från {email}.",
            AnswerOutcome.OfOlderInvite => "Svaret gäller en äldre kallelse och räknas inte. Mejlet är undanlagt.",
            AnswerOutcome.Late => "Ett senare svar finns redan, så det här räknas inte. Mejlet är undanlagt.",
            AnswerOutcome.Unknown => "Den adressen har ingen kallelse till mötet. Inget är ändrat.",
            _ => "Mejlet var redan undanlagt.",
        });
    }

    private static async Task<Dictionary<string, string>> MeetingsAsync(
        AnnualCycleContext context, List<string> uids, CancellationToken cancel)
    {
        var plans = new List<PlanRevision>();
        foreach (var own in await context.Entries.Where(entry => uids.Contains(entry.Uid))
            .Select(entry => new { entry.Collaboration, entry.Year }).Distinct().ToListAsync(cancel))
        {
            var plan = await new PlanBook(context).InForceAsync(own.Collaboration, own.Year, cancel);
            plans.AddRange(plan is null ? [] : [plan]);
        }

        return plans.SelectMany(plan => plan.Plan.Meetings).Where(meeting => uids.Contains(meeting.Uid))
            .DistinctBy(meeting => meeting.Uid)
            .ToDictionary(meeting => meeting.Uid, meeting => $"{meeting.Title}, {PageWords.LongDay(meeting.Date)}");
    }

    private InboxDesk DeskOf(AnnualCycleContext context) => new(context, Only, Who, Now);

    private RedirectResult Back(string done)
    {
        Done = done;
        return Redirect(Address);
    }
}
