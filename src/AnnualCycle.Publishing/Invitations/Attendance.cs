using AnnualCycle.Plans;
using AnnualCycle.Storage.Invitations;

namespace AnnualCycle.Publishing.Invitations;

/// <summary>One of those asked to a meeting, and what they say of it.</summary>
/// <param name="Told">What they were told last; null when they have been told nothing.</param>
/// <param name="StandsIn">Who comes instead; null when nobody is named.</param>
/// <param name="Time">When the meeting is: they may not have been told yet.</param>
public sealed record AskedPerson(Invitee Who, Invitation? Told, AskedPerson? StandsIn, ToldTime Time)
{
    /// <summary>Null when they have not answered, or answered another time than the one that holds.</summary>
    public Answer? Answer => Told is { State: not InvitationState.Withdrawn, Answer: { } said } told
        && told.AnsweredSequence >= told.Sequence && InvitationBook.TimeOf(told) == Time ? said : null;

    /// <summary>What they answered before the meeting was moved; null when nothing.</summary>
    public Answer? OldAnswer => Answer is null ? Told?.Answer : null;

    /// <summary>False when they have said no and nobody comes instead.</summary>
    public bool MayCome => Answer != Storage.Invitations.Answer.No || StandsIn?.MayCome == true;
}

/// <summary>Who comes to a meeting, and what that means for it.</summary>
/// <param name="Asked">Those who have a seat, in the order of the charter.</param>
/// <param name="Warnings">In Swedish: too few can come, a body is not represented.</param>
public sealed record Attendance(IReadOnlyList<AskedPerson> Asked, IReadOnlyList<string> Warnings)
{
    /// <param name="told">What those asked to this meeting were told.</param>
    public static Attendance Of(PlannedMeeting meeting, GuestList guests, IReadOnlyList<Invitation> told)
    {
        var all = guests.To(meeting);
        AskedPerson Person(Invitee who) => new(who, told.FirstOrDefault(row => row.Email == who.Email),
            all.FirstOrDefault(other => other.StandsInFor.Contains(who.Email)) is { } instead ? Person(instead) : null, ToldTime.Of(meeting));
        IReadOnlyList<AskedPerson> asked = [.. all.Where(who => who.StandsInFor.Count == 0).Select(Person)];
        var few = Few(asked);
        return new Attendance(asked, [.. Said(few), .. Missing(meeting, guests, asked)]) { TooFew = few };
    }

    /// <summary>How many can come of how many who are needed; null when they are enough.</summary>
    public (int Possible, int Needed)? TooFew { get; private init; }

    public int Count(Answer? answer) => Asked.Count(person => person.Answer == answer);

    // Half of those who are needed is what bodies mostly demand to decide anything; charters seldom say a number.
    private static (int Possible, int Needed)? Few(IReadOnlyList<AskedPerson> asked)
    {
        var needed = asked.Where(person => person.Who.IsRequired).ToList();
        var possible = needed.Count(person => person.MayCome);
        return needed.Count > 1 && possible * 2 <= needed.Count && possible < needed.Count
            ? (possible, needed.Count) : null;
    }

    private static IEnumerable<string> Said((int Possible, int Needed)? few) =>
        few is var (possible, needed) ? [$"För få kan komma: {possible} av {needed} som behövs."] : [];

    private static IEnumerable<string> Missing(PlannedMeeting meeting, GuestList guests, IReadOnlyList<AskedPerson> asked)
    {
        var groups = meeting.Groups.Count < 2 ? [] : meeting.Groups.Select(group =>
            (Name: guests.Names.GetValueOrDefault(group, group), Of: asked.Where(person => person.Who.Groups.Contains(group))));
        var organisations = asked.Where(person => person.Who.Organisation is not null)
            .GroupBy(person => person.Who.Organisation!).Select(same => (Name: same.Key, Of: same.AsEnumerable()));
        return groups.Concat(organisations).Where(body => body.Of.Any() && body.Of.All(person => !person.MayCome))
            .Select(body => $"{body.Name} är inte företrädd: alla därifrån har tackat nej.");
    }
}
