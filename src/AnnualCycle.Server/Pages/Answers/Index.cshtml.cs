using AnnualCycle.Plans;
using AnnualCycle.Publishing.Answers;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Publishing.Invitations;
using AnnualCycle.Server.Pages.Meetings;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Invitations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Pages.Answers;

/// <summary>
/// Where the link in an invite leads: whoever it was sent to says whether they come, without an account. Mail programs open
/// links to look at them, so nothing happens before a button is pressed.
/// </summary>
[AllowedFor(Role.Public)]
public sealed class IndexModel(MeetingDesk desk) : PageModel
{
    /// <summary>Null when the link is none.</summary>
    public Invitation? Told { get; private set; }

    /// <summary>Null when the meeting is no longer in a plan.</summary>
    public PlannedMeeting? Meeting { get; private set; }

    /// <summary>The answer to the meeting as it is now; null when there is none.</summary>
    public Answer? Answer => Told is { } told && told.AnsweredSequence >= told.Sequence ? told.Answer : null;

    public bool IsOpen => Told is { State: not InvitationState.Withdrawn } && Meeting is { IsCancelled: false } meeting
        && !ToldTime.Of(meeting).IsOver(desk.Clock);

    /// <summary>True when the answer was just taken.</summary>
    public bool IsTaken { get; private set; }

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
            IsTaken = await desk.Database.ChangeAsync(context => MeetingAnswers.TakeAsync(
                context, Told!.Uid, Told.Email, said, source, desk.Now, cancel), cancel) == AnswerOutcome.Taken;
            await LookAsync(token, cancel);
        }

        return Page();
    }

    // The address holds a secret: it goes to no other site and into no cache.
    private async Task<bool> LookAsync(string token, CancellationToken cancel)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers.CacheControl = "no-store";
        await using var context = desk.Database.Open();
        var hash = FeedKey.HashOf(token);
        Told = await context.Invitations.AsNoTracking().SingleOrDefaultAsync(own => own.TokenHash == hash, cancel);
        Meeting = Told is null ? null : (await MeetingDesk.FindAsync(context, Told.Uid, cancel))?.Meeting;
        return Told is not null;
    }
}
