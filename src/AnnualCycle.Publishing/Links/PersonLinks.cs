using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Publishing.Links;

/// <summary>
/// The links in mails by which one person does one thing without signing in. The same person, purpose and subject have the
/// same link in every mail; whoever has the database cannot make one.
/// </summary>
public sealed class PersonLinks(FeedKey key)
{
    private readonly SecretTexts _secrets = new(key, "links");

    /// <summary>
    /// The path of the page, and what is needed to know it again, within the change that lays out the mail. Neither address
    /// nor subject can be read out of it.
    /// </summary>
    public async Task<string> PathAsync(AnnualCycleContext context, PersonLinkPurpose purpose,
        (string Email, string Subject, string Collaboration) whose, CancellationToken cancel)
    {
        var token = TokenOf(purpose, whose.Email, whose.Subject);
        var hash = FeedKey.HashOf(token);
        if (await context.PersonLinks.FindAsync([hash], cancel) is null)
        {
            context.PersonLinks.Add(new PersonLink
            {
                TokenHash = hash, Purpose = purpose, Email = whose.Email, Subject = whose.Subject,
                Collaboration = whose.Collaboration,
            });
        }

        return PathOf(purpose, token);
    }

    /// <summary>Whose link it is and what it is for; null when nobody got it.</summary>
    public static Task<PersonLink?> FindAsync(
        AnnualCycleContext context, PersonLinkPurpose purpose, string token, CancellationToken cancel)
    {
        var hash = FeedKey.HashOf(token);
        return context.PersonLinks.AsNoTracking()
            .SingleOrDefaultAsync(own => own.TokenHash == hash && own.Purpose == purpose, cancel);
    }

    private string TokenOf(PersonLinkPurpose purpose, string email, string subject) =>
        _secrets.Of($"{purpose}", email, subject);

    private static string PathOf(PersonLinkPurpose purpose, string token) => purpose switch
    {
        PersonLinkPurpose.Duty => $"/klart/{token}",
        PersonLinkPurpose.Mails => $"/mejl/{token}",
        PersonLinkPurpose.Holiday => $"/storhelg/{token}",
        PersonLinkPurpose.Staffing => $"/bemanning/{token}",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    };
}
