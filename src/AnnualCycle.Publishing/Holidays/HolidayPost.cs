using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Links;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Messages;
using AnnualCycle.Publishing.Outbox;
using AnnualCycle.Publishing.Rounds;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Holidays;

/// <summary>What a mail about a storhelg is about: the same for all who get it.</summary>
/// <param name="Kind">One of <see cref="Storage.Deliveries.DeliveryKind"/>.</param>
/// <param name="Subject">As its link knows it.</param>
internal sealed record HolidayMail(string Kind, PersonLinkPurpose Purpose, string Subject, string Collaboration)
{
    /// <summary>Set when the other part of the same subject was asked about in a mail before this one.</summary>
    public HolidayPart? Part { get; init; }

    /// <summary>How the keys of its deliveries begin.</summary>
    public string KeyBefore =>
        $"{Kind}.{Subject.Replace(' ', '.')}." + (Part is null ? "" : Part == HolidayPart.Before ? "fore." : "efter.");

    public string KeyFor(string email) => KeyBefore + RoundTokens.PrintOf(email);
}

/// <summary>Lays mails about storhelger in the out-tray, to be sent when people are at work.</summary>
internal sealed class HolidayPost
{
    private readonly AnnualCycleContext _context;
    private readonly FeedKey _key;
    private readonly Correspondence _post;
    private readonly MailWishes _wishes;
    private readonly IReadOnlyDictionary<string, string> _languages;

    private HolidayPost(AnnualCycleContext context, FeedKey key, Correspondence post, MailWishes wishes,
        IReadOnlyDictionary<string, string> languages) =>
        (_context, _key, _post, _wishes, _languages) = (context, key, post, wishes, languages);

    public static async Task<HolidayPost> ReadAsync(
        AnnualCycleContext context, FeedKey key, Correspondence post, CancellationToken cancel) => new(
        context, key, post, await MailWishes.ReadAsync(context, key, post.Address, cancel),
        await context.PersonChoices.AsNoTracking().ToDictionaryAsync(own => own.Email, own => own.Language, cancel));

    /// <summary>Who does not want such mails gets none, and answers on the collaboration's page.</summary>
    public async Task LayAsync(
        HolidayMail mail, Mailbox to, Func<HolidayReader, Uri, Letter> write, Instant at, CancellationToken cancel)
    {
        // The link is written all the same: whom it is for may answer signed in.
        var path = await new PersonLinks(_key).PathAsync(
            _context, mail.Purpose, (to.Address, mail.Subject, mail.Collaboration), cancel);
        if (!_wishes.Wants(to.Address, MailGroup.Holidays))
        {
            return;
        }

        await _wishes.PrepareAsync([to.Address], cancel);
        var reader = new HolidayReader(to.Name ?? to.Address,
            _languages.GetValueOrDefault(to.Address, PersonChoice.Swedish), _wishes.LinkOf(to.Address));
        var letter = write(reader, new Uri(_post.Address, path));
        new OutTray(_context, _post.Writer).Lay(letter.Mail(mail.KeyFor(to.Address), to, at), mail.Kind, (mail.Collaboration, null))
            .NotBefore = OfficeHours.From(at);
    }
}
