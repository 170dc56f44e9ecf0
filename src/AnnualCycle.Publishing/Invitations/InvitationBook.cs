using AnnualCycle.Plans;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Invitations;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Invitations;

/// <summary>
/// What each person has last been told of each meeting of a year. The one place in which an invite's SEQUENCE grows.
/// </summary>
internal sealed class InvitationBook
{
    private readonly AnnualCycleContext _context;
    private readonly AnswerLinks _links;
    private readonly Instant _at;
    private readonly Dictionary<(string Uid, string Email), Invitation> _rows;
    private readonly ILookup<string, Invitation> _byMeeting;
    private readonly HashSet<string> _known;

    private InvitationBook(
        AnnualCycleContext context, AnswerLinks links, Instant at, IEnumerable<Invitation> rows)
    {
        // DTSTAMP has whole seconds.
        (_context, _links, _at) = (context, links, Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds()));
        _rows = rows.ToDictionary(row => (row.Uid, row.Email));
        _byMeeting = _rows.Values.ToLookup(row => row.Uid);
        _known = _rows.Keys.Select(own => own.Email).ToHashSet();
    }

    public static async Task<InvitationBook> ReadAsync(
        AnnualCycleContext context, AnswerLinks links, Plan plan, Instant at, CancellationToken cancel)
    {
        var uids = plan.Meetings.Select(meeting => meeting.Uid).ToHashSet();
        var collaborations = plan.Collaborations.Select(own => own.Id).ToList();
        var rows = await context.Invitations.Where(row => collaborations.Contains(row.Collaboration)).ToListAsync(cancel);
        return new InvitationBook(context, links, at, rows.Where(row => uids.Contains(row.Uid)));
    }

    public Invitation? Find(string uid, string email) => _rows.GetValueOrDefault((uid, email));

    /// <summary>Who was told that a meeting is to be held and that they are to come.</summary>
    public IEnumerable<Invitation> Standing(string uid) => _byMeeting[uid]
        .Where(row => row.State != InvitationState.Withdrawn)
        .OrderBy(row => row.Email, StringComparer.Ordinal);

    /// <summary>Whether somebody had been told anything of the year before.</summary>
    public bool Knows(string email) => _known.Contains(email);

    /// <summary>Whether somebody believes already what they would be told.</summary>
    public bool HasTold(MeetingNews news) => Find(news.Meeting.Uid, news.To.Email) is
        { State: not InvitationState.Withdrawn } told && TimeOf(told) == news.Time && !news.Meeting.IsCancelled;

    /// <summary>Null when they have been told all of it.</summary>
    public NewsKind? NewTo(Invitee who, PlannedMeeting meeting) => Find(meeting.Uid, who.Email) switch
    {
        null or { State: InvitationState.Withdrawn } => NewsKind.New,
        { } told when TimeOf(told) != ToldTime.Of(meeting) => NewsKind.Moved,
        { } told when told.Place != PlaceOf(meeting) => NewsKind.NewPlace,
        { } told when told.Print != PrintOf(meeting) => NewsKind.Reworded,
        _ => null,
    };

    /// <summary>Notes what a person is told from now on, and by which way.</summary>
    public Invitation Tell(string email, PlannedMeeting meeting, NewsKind kind, (InvitationState State, InviteChannel Channel) told)
    {
        var row = Find(meeting.Uid, email);
        if (row is null)
        {
            row = _rows[(meeting.Uid, email)] = _context.Invitations.Add(New(email, meeting, told.State)).Entity;
            row.Channel = told.Channel;
            return row;
        }

        // Whoever said yes to the time has not unsaid it because the room is another; a new time asks again.
        var stands = kind is NewsKind.NewPlace && row.AnsweredSequence == row.Sequence;
        row.Sequence += kind == NewsKind.Reworded ? 0 : 1;
        row.AnsweredSequence = stands ? row.Sequence : row.AnsweredSequence;
        row.Changed = Instant.Max(_at, row.Changed + Duration.FromSeconds(1));
        (row.State, row.Channel) = told;
        (row.Date, row.Start, row.End) =
            (meeting.Date, SwedishDates.Clock(meeting.Start), SwedishDates.Clock(meeting.End));
        (row.Place, row.Print) = (PlaceOf(meeting), PrintOf(meeting));
        return row;
    }

    /// <summary>When somebody believes that the meeting is.</summary>
    public static ToldTime TimeOf(Invitation told) => new(told.Date, Clock(told.Start), Clock(told.End));

    private Invitation New(string email, PlannedMeeting meeting, InvitationState state) => new()
    {
        Uid = meeting.Uid, Email = email, Collaboration = meeting.Groups[0].Split('/')[0], State = state,
        // As far as the others have come: what they forward to each other must not seem newer.
        Sequence = _byMeeting[meeting.Uid].Select(row => row.Sequence).DefaultIfEmpty().Max(),
        Date = meeting.Date, Start = SwedishDates.Clock(meeting.Start), End = SwedishDates.Clock(meeting.End),
        Place = PlaceOf(meeting), Print = PrintOf(meeting), Changed = _at,
        TokenHash = Feeds.FeedKey.HashOf(_links.TokenOf(meeting.Uid, email)),
    };

    private static LocalTime Clock(string time) =>
        NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value;

    private static string PlaceOf(PlannedMeeting meeting) =>
        string.Join('\n', new[] { meeting.Place, meeting.Room, meeting.Video }).Trim('\n');

    private static string PrintOf(PlannedMeeting meeting) => Print.Of(
    [
        meeting.Title, meeting.Purpose, meeting.Sentence, string.Join('\n', meeting.Agenda),
        string.Join('\n', meeting.Tasks), string.Join('\n', meeting.Groups),
    ]);
}
