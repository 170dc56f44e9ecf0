using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Azure.Identity;
using NodaTime;

namespace AnnualCycle.Publishing.Outlook.Graph;

/// <summary>
/// Speaks to Microsoft Graph, one request at a time and never twice by itself: only who asks knows whether it may be
/// repeated. At most four at once for each mailbox, as Outlook allows, and none while it wants to be left alone.
/// </summary>
/// <param name="root">Of the cloud that the organisation is in, <c>https://graph.microsoft.com/v1.0/</c>.</param>
/// <param name="timeout">How long an answer is waited for.</param>
public sealed class GraphClient(HttpClient http, Uri root, GraphKeys keys, TimeSpan timeout, TimeProvider time)
{
    private const int AtOnce = 4;

    private static readonly string[] Preferences = ["IdType=\"ImmutableId\"", "outlook.timezone=\"UTC\""];

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _mailboxes = new();

    private readonly ConcurrentDictionary<string, Instant> _closed = new();

    /// <summary>Follows no redirection and remembers no cookie; connections are renewed as addresses change.</summary>
    public static HttpClient Http() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AutomaticDecompression = System.Net.DecompressionMethods.All,
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    /// <exception cref="OperationCanceledException">It was cancelled; it may have been done.</exception>
    public async Task<GraphAnswer> AskAsync(GraphRequest request, CancellationToken cancel)
    {
        var mailbox = _mailboxes.GetOrAdd(request.Mailbox, _ => new SemaphoreSlim(AtOnce, AtOnce));
        await mailbox.WaitAsync(cancel);
        try
        {
            var answer = IsClosed(request.Mailbox) ?? await TwiceAsync(request, cancel);
            if (answer.Wait is { } wait)
            {
                _closed[request.Mailbox] = Instant.FromDateTimeOffset(time.GetUtcNow()) + wait;
            }

            return answer;
        }
        finally
        {
            mailbox.Release();
        }
    }

    private GraphAnswer? IsClosed(string mailbox) =>
        _closed.GetValueOrDefault(mailbox) - Instant.FromDateTimeOffset(time.GetUtcNow()) is var left && left > Duration.Zero
            ? new GraphAnswer(GraphOutcome.NotNow, "Outlook vill ha det lugnare") { Wait = left } : null;

    // What was refused for what we showed was not done: once more with something fresh.
    private async Task<GraphAnswer> TwiceAsync(GraphRequest request, CancellationToken cancel)
    {
        var (answer, claims) = await TryAsync(request, null, cancel);
        if (answer.Status != 401)
        {
            return answer;
        }

        keys.Forget();
        return (await TryAsync(request, claims, cancel)).Answer;
    }

    private async Task<(GraphAnswer Answer, string? Claims)> TryAsync(
        GraphRequest request, string? claims, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            using var message = Message(request, await keys.GetAsync(claims, either.Token));
            using var response = await http.SendAsync(message, either.Token);
            var content = await response.Content.ReadAsByteArrayAsync(either.Token);
            var now = Instant.FromDateTimeOffset(time.GetUtcNow());
            return (GraphAnswers.Of(request, response, content, now), ClaimsOf(response));
        }
        catch (AuthenticationFailedException refused)
        {
            return (NoKey(refused), null);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (GraphAnswers.Cut(isSent: true), null);
        }
        catch (HttpRequestException cut)
        {
            return (GraphAnswers.Cut(IsSent(cut)), null);
        }
    }

    private HttpRequestMessage Message(GraphRequest request, string key)
    {
        var path = $"users/{Uri.EscapeDataString(request.Mailbox)}{request.Path}";
        var message = new HttpRequestMessage(request.Method, new Uri(root, path));
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        message.Headers.Add("Prefer", Preferences);
        if (request.IfMatch is { } tag)
        {
            message.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        if (request.Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(request.MediaType);
        }

        return message;
    }

    // RFC 6749 section 5.2 names what the tenant said; its whole text may name the organisation's own things.
    private static GraphAnswer NoKey(AuthenticationFailedException refused) => new(GraphOutcome.NotNow,
        refused.Message.Contains("AADSTS", StringComparison.Ordinal)
            ? $"inloggningen nekades ({refused.Message[refused.Message.IndexOf("AADSTS", StringComparison.Ordinal)..].Split(':')[0]})"
            : "inloggningen gick inte")
    {
        NeedsAdministrator = true,
    };

    private static bool IsSent(HttpRequestException cut) => cut.HttpRequestError is not
        (HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError);

    // Continuous access evaluation: a base64 text that is to be shown when the next key is asked for.
    private static string? ClaimsOf(HttpResponseMessage response)
    {
        var challenge = response.Headers.WwwAuthenticate.Select(own => own.Parameter)
            .FirstOrDefault(own => own?.Contains("claims=\"", StringComparison.Ordinal) == true);
        if (challenge?.Split("claims=\"")[1].Split('"')[0] is not { } text)
        {
            return null;
        }

        var room = new byte[text.Length];
        return Convert.TryFromBase64String(text, room, out var length) ? Encoding.UTF8.GetString(room, 0, length) : null;
    }
}
