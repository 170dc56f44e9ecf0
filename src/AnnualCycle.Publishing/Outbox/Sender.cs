using AnnualCycle.Publishing.Mail;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Deliveries;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AnnualCycle.Publishing.Outbox;

/// <summary>
/// Sends what lies in the out-tray. There is one at a time for each database, as the pace is the mail server's and not a
/// node's; the claims hold also when two send anyway.
/// </summary>
/// <param name="name">Who claims; another name in every process.</param>
public sealed class Sender(
    Database database, MailRoads roads, SendingLimits limits, TimeProvider time, string name, ILogger<Sender> log)
    : IAsyncDisposable
{
    private static readonly Duration FirstPause = Duration.FromMinutes(1);

    // What somebody has to put right is not right a minute later, and to try again and again may lock the account.
    private static readonly Duration FirstPauseForAdministrator = Duration.FromMinutes(5);

    private static readonly Duration LongestPause = Duration.FromHours(1);

    private readonly Pace _pace = new(limits.PerMinute, time);

    private readonly List<SettledDelivery> _unwritten = [];

    private SendingBook? _book;

    private OutboxPause? _pause;

    private Duration _pauseLength;

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>
    /// Sends what is due until nothing is, or until the way turns out to be closed; returns at once when it is known to
    /// be. Waits while another node sends. What is in hand when it is stopped comes to its end within seconds.
    /// </summary>
    public async Task RunAsync(CancellationToken stop)
    {
        if (_pause is { } pause && Now < pause.Again)
        {
            return;
        }

        try
        {
            _book ??= await OpenAsync(stop);
            await SendAsync(_book, stop);
        }
        catch
        {
            // The lock may be lost with the connection: it is taken again before anything else is sent.
            await CloseAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => new(CloseAsync());

    private async Task<SendingBook> OpenAsync(CancellationToken stop)
    {
        var book = await SendingBook.OpenAsync(database, name, stop);
        try
        {
            await book.TurnAsync(_unwritten, [], stop);
            _unwritten.Clear();
            await book.ReleaseAsync(Now, stop);
            _pause = null;
            return book;
        }
        catch
        {
            await book.DisposeAsync();
            throw;
        }
    }

    private async Task SendAsync(SendingBook book, CancellationToken stop)
    {
        var round = new SendingRound(book, roads, limits, _pace, time, isProbe: _pause is not null);
        try
        {
            await round.RunAsync(stop);
        }
        finally
        {
            _unwritten.AddRange(round.Unwritten);
            round.Faults.ForEach(fault => log.LogError(fault, "Ett brev kunde inte skickas för ett fel i tjänsten."));
        }

        await PauseAsync(book, round);
    }

    private async Task PauseAsync(SendingBook book, SendingRound round)
    {
        if (round.Trouble is { } trouble)
        {
            Tell(trouble);
            _pauseLength = _pause is null ? trouble.NeedsAdministrator ? FirstPauseForAdministrator : FirstPause
                : Duration.Min(2 * _pauseLength, LongestPause);
            _pause = new OutboxPause
            {
                Since = _pause?.Since ?? Now, Again = Now + _pauseLength, Reason = trouble.Text,
            };
            await book.PauseAsync(_pause, CancellationToken.None);
        }
        else if (_pause is not null && round.HasPassed)
        {
            log.LogWarning("Utskicken går igen.");
            await book.GoOnAsync(CancellationToken.None);
            _pause = null;
        }
    }

    private void Tell(MailOutcome trouble)
    {
        if (_pause?.Reason != trouble.Text)
        {
            log.LogError("Utskicken väntar: {Trouble}", trouble.Text);
        }
    }

    private async Task CloseAsync()
    {
        if (_book is { } book)
        {
            _book = null;
            await book.DisposeAsync();
        }
    }
}
