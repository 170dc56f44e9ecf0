using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Publishing.Links;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Publishing.Messages;

/// <summary>Which mails people want, and where each of them says so.</summary>
public sealed class MailWishes
{
    private readonly AnnualCycleContext _context;
    private readonly PersonLinks _links;
    private readonly Uri _address;
    private readonly HashSet<(string Email, string Group)> _muted;
    private readonly Dictionary<string, Uri> _pages = [];

    private MailWishes(AnnualCycleContext context, PersonLinks links, Uri address, IEnumerable<MutedMail> muted)
    {
        (_context, _links, _address) = (context, links, address);
        _muted = [.. muted.Select(own => (own.Email, own.Kind))];
    }

    /// <summary>Within the change that lays out the mails.</summary>
    /// <param name="address">Where people reach the service.</param>
    public static async Task<MailWishes> ReadAsync(
        AnnualCycleContext context, FeedKey key, Uri address, CancellationToken cancel) =>
        // Few have turned anything off; a list of addresses to ask about would be longer.
        new(context, new PersonLinks(key), address, await context.MutedMails.AsNoTracking().ToListAsync(cancel));

    /// <param name="email">In lower case.</param>
    public bool Wants(string email, MailGroup group) => !_muted.Contains((email, group.Name));

    /// <summary>Makes the links of those who are to be written to; what is needed to know them again is written.</summary>
    public async Task PrepareAsync(IEnumerable<string> emails, CancellationToken cancel)
    {
        foreach (var email in emails.Distinct().Where(email => !_pages.ContainsKey(email)).ToList())
        {
            _pages[email] = new Uri(_address,
                await _links.PathAsync(_context, PersonLinkPurpose.Mails, (email, "", ""), cancel));
        }
    }

    /// <summary>Where a person says which mails they want: what mails call <c>mails</c>.</summary>
    public Uri LinkOf(string email) => _pages[email];
}
