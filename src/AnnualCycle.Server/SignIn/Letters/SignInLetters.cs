using System.Threading.Channels;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Messages;
using AnnualCycle.Server.Service;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using NodaTime;

namespace AnnualCycle.Server.SignIn.Letters;

/// <summary>Somebody's wish for a sign-in link.</summary>
/// <param name="Target">The page that they were on their way to; null for none.</param>
public sealed record LinkWish(string Email, string? Target);

/// <summary>
/// Sends sign-in links, one after the other and out of sight of whoever asked: how long it takes, and whether it is done
/// at all, tells nobody whether an address is known here.
/// </summary>
public sealed class SignInLetters(
    Installation installation, OneTimeLinks links, ViewerReader viewers, MailRoads roads, TimeProvider time,
    ILogger<SignInLetters> log) : BackgroundService
{
    private const int MostWaiting = 500;

    private readonly Channel<LinkWish> _wishes = Channel.CreateBounded<LinkWish>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public void Ask(LinkWish wish) => _wishes.Writer.TryWrite(wish);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var wish in _wishes.Reader.ReadAllAsync(stoppingToken))
            {
                await TryAsync(wish, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; whoever waits for a link asks again.
        }
    }

    // A link that cannot be sent stops no other. What went wrong is told without words of its own, as they may have the
    // person's address.
    private async Task TryAsync(LinkWish wish, CancellationToken cancel)
    {
        try
        {
            await SendAsync(wish, cancel);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError("En inloggningslänk kunde inte skickas. {Trouble}",
                DatabaseTrouble.Of(error)?.Text ?? error.GetType().Name);
        }
    }

    private async Task SendAsync(LinkWish wish, CancellationToken cancel)
    {
        if (await viewers.OfAsync(wish.Email, cancel) is not { } person
            || await links.ForSignInAsync(wish.Email, wish.Target, Now, cancel) is not { } token)
        {
            return;
        }

        var choice = await new PersonChoices(installation.Database).OfAsync(person.Email, cancel);
        // The key names the mail, and tells nothing of the link.
        var mail = installation.Messages.Book.Write(MessageKinds.SignIn, choice.Language, new MessageValues
        {
            ["link"] = new Uri(installation.Address, $"/logga-in/lank/{token}"),
            ["minutes"] = (int)OneTimeLinks.SignInLife.TotalMinutes,
        }).Mail($"sign-in.{Secret.HashOf(Secret.HashOf(token))[..24]}",
            new Mailbox(person.Email, person.Name == person.Email ? null : person.Name), Now);
        if (await roads.SendAsync(mail, cancel) is { Kind: not MailOutcomeKind.Accepted } outcome)
        {
            log.LogError("En inloggningslänk kom inte iväg: {Outcome}", outcome.Text);
        }
    }
}
