using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace AnnualCycle.Publishing.Tests.Mail.Submission;

/// <summary>
/// A mail server that answers well, but for the words that a test puts in its mouth: by the beginning of a command,
/// with <c>greeting</c>, <c>.</c> for the end of a mail, and <c>content</c> for what comes after DATA.
/// </summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    /// <summary>Hangs up instead of an answer.</summary>
    public const string Drop = "(drop)";

    /// <summary>Says nothing more, and calls <see cref="WhenHeld"/> until the client leaves.</summary>
    public const string Hold = "(hold)";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    private readonly CancellationTokenSource _ended = new();

    private readonly ConcurrentQueue<string> _said = new();

    private readonly ConcurrentQueue<byte[]> _mails = new();

    private readonly Dictionary<string, string> _answers = new(StringComparer.Ordinal)
    {
        ["greeting"] = "220 post.nord.example ESMTP",
        ["EHLO"] = "250-post.nord.example\r\n250-SIZE 10000000\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES",
        ["STARTTLS"] = "220 2.0.0 Go ahead", ["AUTH"] = "235 2.7.0 Accepted", ["DATA"] = "354 Go ahead",
        ["."] = "250 2.0.0 Ok: queued as 4F1", ["QUIT"] = "221 2.0.0 Bye", ["content"] = "",
    };

    private Task _serving = Task.CompletedTask;

    private int _visits;

    public ScriptedServer(params (string Command, string Answer)[] answers)
    {
        foreach (var (command, answer) in answers)
        {
            _answers[command] = answer;
        }

        _listener.Server.ReceiveBufferSize = 4096;
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public X509Certificate2? Certificate { get; init; }

    public bool IsSecretFromTheStart { get; init; }

    public Action WhenHeld { get; set; } = () => { };

    public int Visits => _visits;

    /// <summary>All commands, mails left out.</summary>
    public IReadOnlyList<string> Said => [.. _said];

    public IReadOnlyList<byte[]> Mails => [.. _mails];

    public string this[string command]
    {
        set => _answers[command] = value;
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Stop();
        await _serving;
        _ended.Dispose();
    }

    private async Task ServeAsync()
    {
        var visits = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_ended.Token);
                Interlocked.Increment(ref _visits);
                visits.Add(VisitAsync(client));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(visits);
        }
    }

    private async Task VisitAsync(TcpClient client)
    {
        using var own = client;
        try
        {
            Stream stream = client.GetStream();
            stream = IsSecretFromTheStart ? await SecretAsync(stream) : stream;
            var isOpen = await SayAsync(stream, "greeting");
            while (isOpen && await LineAsync(stream) is { } command)
            {
                _said.Enqueue(command);
                isOpen = await SayAsync(stream, command);
                stream = command == "STARTTLS" && isOpen && Certificate is not null
                    ? await SecretAsync(stream) : stream;
                if (command == "DATA" && isOpen && _answers["DATA"].StartsWith("354", StringComparison.Ordinal))
                {
                    isOpen = await SayAsync(stream, "content") && await MailAsync(stream)
                        && await SayAsync(stream, ".");
                }
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException
            or System.Security.Authentication.AuthenticationException)
        {
            // The client left, or the test is over: what it thinks of that is what the test asks.
        }
    }

    private async Task<Stream> SecretAsync(Stream stream)
    {
        var secret = new SslStream(stream);
        await secret.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = Certificate }, _ended.Token);
        return secret;
    }

    private async Task<bool> SayAsync(Stream stream, string command)
    {
        var answer = _answers.Where(own => command.StartsWith(own.Key, StringComparison.Ordinal))
            .OrderByDescending(own => own.Key.Length).Select(own => own.Value).FirstOrDefault("250 2.0.0 Ok");
        if (answer == Hold)
        {
            await HoldAsync(stream);
        }

        if (answer is Drop or Hold)
        {
            return false;
        }

        var line = command == "content" || answer.EndsWith('\n') ? answer : answer + "\r\n";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(line), _ended.Token);
        return true;
    }

    private async Task HoldAsync(Stream stream)
    {
        var left = stream is NetworkStream { Socket: var socket }
            ? () => socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0 : (Func<bool>)(() => false);
        while (!left())
        {
            WhenHeld();
            await Task.Delay(5, _ended.Token);
        }
    }

    private async Task<bool> MailAsync(Stream stream)
    {
        var lines = new List<byte>();
        while (await LineAsync(stream) is { } line)
        {
            if (line == ".")
            {
                _mails.Enqueue([.. lines]);
                return true;
            }

            lines.AddRange(Encoding.Latin1.GetBytes((line.StartsWith('.') ? line[1..] : line) + "\r\n"));
        }

        return false;
    }

    private async Task<string?> LineAsync(Stream stream)
    {
        var (line, octet) = (new List<byte>(), new byte[1]);
        while (await stream.ReadAsync(octet, _ended.Token) > 0)
        {
            line.Add(octet[0]);
            if (line.Count > 1 && line[^2] == '\r' && line[^1] == '\n')
            {
                return Encoding.Latin1.GetString([.. line], 0, line.Count - 2);
            }
        }

        return null;
    }
}
