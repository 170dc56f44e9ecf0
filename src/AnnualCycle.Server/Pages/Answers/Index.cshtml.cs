using AnnualCycle.Plans;
using AnnualCycle.Publishing.Answers;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Publishing.Invitations;
using AnnualCycle.Server.Pages.Meetings;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Invitations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace AnnualCycle.Server.Pages.Answers;

/// <summary>
/// Where the link in an invite leads: whoever it was sent to says whether they come, without an account. Mail programs open
/// links to look at them, so nothing happens before a button is pressed.
/// </summary>
/// <remarks>
/// The secret in the address is what another site would have to know to send this form, so no cookie is asked for: mail
/// programs show pages in windows that keep none.
/// </remarks>
[AllowedFor(Role.Public), EnableRateLimiting(SignInLimit.Links), IgnoreAntiforgeryToken]
public sealed class IndexModel(MeetingDesk desk, PersonChoices choices) : PageModel
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Null when the link is none.</summary>
    public Invitation? Told { get; private set; }

    /// <summary>Null when the meeting is no longer in a plan.</summary>
    public PlannedMeeting? Meeting { get; private set; }

    /// <summary>When the meeting is as the person was told: a change that is held back is not theirs yet.</summary>
    public ToldTime Time => new(Told!.Date, Clock.Parse(Told.Start).Value, Clock.Parse(Told.End).Value);

    /// <summary>What the person is called; the address when nobody has said.</summary>
    public string Name { get; private set; } = "";

    public InviteText Words { get; private set; } = null!;

    /// <summary>The answer to the meeting as it is now; null when there is none.</summary>
    public Answer? Answer => Told is { } told && told.AnsweredSequence >= told.Sequence ? told.Answer : null;

    public bool IsOpen => Told is { State: not InvitationState.Withdrawn } && Meeting is { IsCancelled: false }
        && !Time.IsOver(desk.Clock);

    /// <summary>True when the answer was just taken.</summary>
    public bool IsTaken { get; private set; }

    /// <summary>True when the meeting was moved while somebody looked, and their answer was not taken.</summary>
    public bool IsOutdated { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel) =>
        await LookAsync(token, cancel) ? Page() : NotFound();

    /// <param name="sequence">Of the meeting as it was shown: it may have moved since.</param>
    public async Task<IActionResult> OnPostAsync(
        string token, Answer? answer, string? comment, int? sequence, CancellationToken cancel)
    {
        if (!await LookAsync(token, cancel))
        {
            return NotFound();
        }

        if (IsOpen && answer is { } said && Enum.IsDefined(said))
        {
            var source = new AnswerSource("länken i kallelsen", sequence, desk.Now, comment);
            var outcome = await desk.Database.ChangeAsync(context => MeetingAnswers.TakeAsync(
                context, Told!.Uid, Told.Email, said, source, desk.Now, cancel), cancel);
            (IsTaken, IsOutdated) = (outcome == AnswerOutcome.Taken, outcome == AnswerOutcome.OfOlderInvite);
            await LookAsync(token, cancel);
        }

        return Page();
    }

    // The address holds a secret: it goes to no other site and into no cache.
    private async Task<bool> LookAsync(string token, CancellationToken cancel)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Response.Headers.CacheControl = "no-store";
        await using var context = desk.Database.Open();
        var hash = FeedKey.HashOf(token);
        Told = await context.Invitations.AsNoTracking().SingleOrDefaultAsync(own => own.TokenHash == hash, cancel);
        if (Told is null)
        {
            return false;
        }

        Meeting = (await MeetingDesk.FindAsync(context, Told.Uid, cancel))?.Meeting;
        Words = new InviteText((await choices.OfAsync(Told.Email, cancel)).Language);
        Name = await NameAsync(context, Told, cancel);
        return true;
    }

    private static async Task<string> NameAsync(
        AnnualCycleContext context, Invitation told, CancellationToken cancel) =>
        await context.Memberships.Where(own => own.Email == told.Email).OrderByDescending(own => own.Id)
            .Select(own => own.Name).FirstOrDefaultAsync(cancel)
        ?? await context.StandIns.Where(own => own.Uid == told.Uid && own.Email == told.Email)
            .Select(own => own.Name).FirstOrDefaultAsync(cancel) ?? told.Email;
}
