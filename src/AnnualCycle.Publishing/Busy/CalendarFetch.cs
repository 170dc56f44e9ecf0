using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace AnnualCycle.Publishing.Busy;

/// <summary>Fetches calendars that people keep elsewhere, within limits and from the internet alone.</summary>
/// <remarks>
/// Where a name leads is looked at when the connection is made, with the very addresses that are then connected to: a
/// name that answers otherwise the second time gains nothing.
/// </remarks>
public sealed class CalendarFetch : IDisposable
{
    private readonly FetchLimits _limits;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    public CalendarFetch(FetchLimits limits, TimeProvider time)
    {
        (_limits, _time) = (limits, time);
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // A proxy would resolve names itself, and nobody could see where to.
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            MaxResponseHeadersLength = 64,
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("AnnualCycle");
        _http.DefaultRequestHeaders.Accept.ParseAdd("text/calendar, */*;q=0.5");
    }

    /// <param name="etag">What came with it the last time; null asks for it whatever it is.</param>
    public async Task<Fetched> FetchAsync(Uri address, string? etag, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(_limits.Time, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        try
        {
            return await FollowAsync(address, etag, either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Fetched.Failed($"svarar inte inom {_limits.Time.TotalSeconds:0} s");
        }
        catch (Exception wrong) when (wrong is HttpRequestException or IOException or InvalidDataException)
        {
            return Fetched.Failed(Words(wrong));
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<Fetched> FollowAsync(Uri address, string? etag, CancellationToken cancel)
    {
        for (var redirects = 0; redirects <= _limits.Redirects; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (etag is not null && EntityTagHeaderValue.TryParse(etag, out var validator))
            {
                request.Headers.IfNoneMatch.Add(validator);
            }

            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (!IsRedirect(answer) || answer.Headers.Location is not { } elsewhere)
            {
                return await ReadAsync(answer, cancel);
            }

            var next = new Uri(address, elsewhere);
            if (next.Scheme != "https" && next.Scheme != address.Scheme)
            {
                return Fetched.Failed("skickar vidare till en adress som inte är säker");
            }

            address = next;
        }

        return Fetched.Failed($"skickar vidare fler än {_limits.Redirects} gånger");
    }

    private static bool IsRedirect(HttpResponseMessage answer) => (int)answer.StatusCode is 301 or 302 or 303 or 307 or 308;

    private async Task<Fetched> ReadAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        if (answer.StatusCode == HttpStatusCode.NotModified)
        {
            return Fetched.NotChanged;
        }

        if (answer.StatusCode != HttpStatusCode.OK)
        {
            return Fetched.Failed($"svarar med HTTP {(int)answer.StatusCode}");
        }

        if (answer.Content.Headers.ContentLength > _limits.Bytes || await BytesAsync(answer, cancel) is not { } content)
        {
            return Fetched.Failed($"är större än {_limits.Bytes / 1024 / 1024} megabyte");
        }

        return Fetched.Whole(content, answer.Headers.ETag?.ToString());
    }

    // What is said about the length need not be true, and what is packed grows: the bytes themselves are counted.
    private async Task<byte[]?> BytesAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(cancel);
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await body.ReadAsync(buffer, cancel) is var count and > 0)
        {
            kept.Write(buffer, 0, count);
            if (kept.Length > _limits.Bytes)
            {
                return null;
            }
        }

        return kept.ToArray();
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = await Dns.GetHostAddressesAsync(host, cancel);
        var allowed = _limits.OwnHosts.Contains(host, StringComparer.OrdinalIgnoreCase)
            ? found : [.. found.Where(PublicNetwork.Has)];
        if (allowed.Length == 0)
        {
            throw new NotPublic();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Words(Exception wrong) => wrong switch
    {
        _ when wrong is NotPublic || wrong.InnerException is NotPublic =>
            "leder till det egna nätet, vilket bara datorer i BusyCalendarHosts får",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "finns på en dator som ingen känner till: se efter adressen",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            "har ett certifikat som inte går att lita på",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "går inte att nå",
        InvalidDataException => "svarar med något som inte går att packa upp",
        _ => "svarade inte till slut",
    };

    private sealed class NotPublic() : IOException("not a public address");
}
