using AnnualCycle.Publishing.Duties;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Publishing.Invitations;
using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Links;
using AnnualCycle.Publishing.Outbox;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Deliveries;
using NodaTime;

namespace AnnualCycle.Publishing.Reminders;

/// <summary>
/// Puts one person's reminders of a day into mails: what is due in one, meetings in another, or a week's all in one.
/// </summary>
internal sealed class ReminderPost(AnnualCycleContext context, FeedKey key, Correspondence post, ReminderLetter letter)
{
    private readonly PersonLinks _links = new(key);
    private readonly AnswerLinks _answers = new(key);
    private readonly OutTray _tray = new(context, post.Writer);
    private readonly Dictionary<string, Delivery> _mails = [];

    /// <summary>The mail that a reminder stands in; null for one that stands in none.</summary>
    public Delivery? DeliveryOf(DueReminder reminder) => _mails.GetValueOrDefault(reminder.Key);

    /// <param name="reminders">All of one person.</param>
    public async Task<IReadOnlyList<Delivery>> LayAsync(
        IReadOnlyList<DueReminder> reminders, Instant at, CancellationToken cancel)
    {
        IReadOnlyList<IReadOnlyList<DueReminder>> parts = reminders[0].Thing.To.Pace == ReminderPace.Weekly ? [reminders]
            : [[.. reminders.Where(IsDuty)], [.. reminders.Where(own => !IsDuty(own))]];
        var laid = new List<Delivery>();
        foreach (var part in parts.Where(part => part.Count > 0))
        {
            laid.Add(await OneAsync(part, at, cancel));
        }

        return laid;
    }

    private async Task<Delivery> OneAsync(IReadOnlyList<DueReminder> part, Instant at, CancellationToken cancel)
    {
        var to = part[0].Thing.To;
        var kind = to.Pace == ReminderPace.Weekly ? ReminderMessages.Week
            : IsDuty(part[0]) ? ReminderMessages.Duties : ReminderMessages.Meetings;
        // A thing that several steps of one week lead to is one line.
        var things = part.Select(own => own.Thing).DistinctBy(thing => thing.Uid).ToList();
        var name = $"{kind.Name}.{Print.Of([.. part.Select(own => own.Key).Order(StringComparer.Ordinal)])[..32]}";
        var mail = letter.Write((name, at), kind, to, things, await LinksAsync(to, things, cancel));
        var collaborations = things.Select(thing => thing.Collaboration).Distinct().ToList();
        var delivery = _tray.Lay(mail, kind.Name, (collaborations is [var only] ? only : "", null));
        foreach (var own in part)
        {
            _mails[own.Key] = delivery;
        }

        return delivery;
    }

    private async Task<ReminderLinks> LinksAsync(
        AnswerablePerson to, IReadOnlyList<ReminderThing> things, CancellationToken cancel)
    {
        var done = new Dictionary<string, Uri>();
        foreach (var thing in things.Where(thing => thing.Duty is { CanBeSettled: true }))
        {
            done[thing.Uid] = await LinkAsync(PersonLinkPurpose.Duty, (to.Email, thing.Uid, thing.Collaboration), cancel);
        }

        var answers = things.Where(thing => thing.CanAnswer).ToDictionary(thing => thing.Uid,
            thing => new Uri(post.Address, _answers.PathOf(thing.Uid, to.Email)));
        return new ReminderLinks(done, answers, await LinkAsync(PersonLinkPurpose.Mails, (to.Email, "", ""), cancel));
    }

    private async Task<Uri> LinkAsync(
        PersonLinkPurpose purpose, (string Email, string Subject, string Collaboration) whose, CancellationToken cancel) =>
        new(post.Address, await _links.PathAsync(context, purpose, whose, cancel));

    private static bool IsDuty(DueReminder reminder) => reminder.Thing.Meeting is null;
}
