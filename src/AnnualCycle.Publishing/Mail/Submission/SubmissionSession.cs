using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace AnnualCycle.Publishing.Mail.Submission;

/// <summary>The service's visit to a mail server, from the greeting until one of them leaves.</summary>
internal sealed class SubmissionSession(SubmissionServer server, TimeProvider time) : IDisposable
{
    private readonly TcpClient _client = new() { NoDelay = true };

    private SubmissionWire _wire = null!;

    /// <summary>What the server can do, each word with what stands after it.</summary>
    public IReadOnlyDictionary<string, string> Offers { get; private set; } = new Dictionary<string, string>();

    /// <summary>How far it has come.</summary>
    public MailStage Stage { get; set; } = MailStage.Connection;

    /// <summary>True from when the server may count the mail as its own until it has said so or not.</summary>
    public bool MayHaveGone { get; private set; }

    /// <summary>True when no more can be said here.</summary>
    public bool IsOver { get; private set; }

    public async Task OpenAsync(CancellationToken cancel)
    {
        _wire = new SubmissionWire(await ConnectAsync(cancel), time);
        if (server.Security == SubmissionSecurity.Tls)
        {
            await EncryptAsync(cancel);
        }

        Stage = MailStage.Connection;
        Demand(await _wire.ReadAsync(server.Limits.Greeting, cancel));
        await HelloAsync(cancel);
        if (server.Security == SubmissionSecurity.StartTls)
        {
            await StartTlsAsync(cancel);
        }

        if (server.LogIn is { } logIn)
        {
            Stage = MailStage.LogIn;
            await new LogInDialogue(logIn, server.Limits.Command).RunAsync(_wire, Offered("AUTH"), cancel);
        }
    }

    /// <summary>Makes ready for another mail; false when the server has left meanwhile.</summary>
    public async Task<bool> IsThereAsync(CancellationToken cancel)
    {
        try
        {
            return !IsOver && (await AskAsync("RSET", cancel)).IsGood;
        }
        catch (Exception gone) when (gone is IOException or InvalidDataException or TimeoutException)
        {
            // Not lost: what is asked next is asked on a new visit.
            return false;
        }
    }

    /// <summary>Hands over the content of a mail whose envelope was taken, until the server answers for it.</summary>
    public async Task<SubmissionReply> GiveAsync(byte[] content, CancellationToken cancel)
    {
        await _wire.WriteAsync(content, server.Limits.Data, cancel);
        _wire.DemandSilence();
        MayHaveGone = true;
        var reply = await _wire.AskAsync(".", server.Limits.Acceptance, cancel);
        MayHaveGone = !(reply.IsGood || reply.IsPassing || reply.IsFinal);
        IsOver |= MayHaveGone || reply.IsGoodbye;
        return reply;
    }

    public async Task<SubmissionReply> AskAsync(string command, CancellationToken cancel)
    {
        var reply = await _wire.AskAsync(command, server.Limits.Command, cancel);
        IsOver |= reply.IsGoodbye;
        return reply;
    }

    /// <summary>Takes leave; what was accepted stays accepted whatever the server answers.</summary>
    public async Task LeaveAsync()
    {
        if (IsOver)
        {
            return;
        }

        try
        {
            await _wire.AskAsync("QUIT", TimeSpan.FromSeconds(2), CancellationToken.None);
        }
        catch (Exception gone) when (gone is IOException or InvalidDataException or TimeoutException)
        {
            // It was left anyway.
            IsOver = true;
        }
    }

    public void Dispose()
    {
        IsOver = true;
        _wire?.Stream.Dispose();
        _client.Dispose();
    }

    private async Task<Stream> ConnectAsync(CancellationToken cancel)
    {
        await SubmissionWire.WithinAsync(server.Limits.Connection, time, async either =>
        {
            await _client.ConnectAsync(server.Host, server.Port, either);
            return true;
        }, cancel);
        // Where a name leads today is seen here alone.
        var there = ((IPEndPoint)_client.Client.RemoteEndPoint!).Address;
        if (server.Security == SubmissionSecurity.None && !IPAddress.IsLoopback(there))
        {
            throw SubmissionWords.Setting(
                MailStage.Security, "utan kryptering går post bara till en server på samma dator");
        }

        return _client.GetStream();
    }

    private async Task HelloAsync(CancellationToken cancel)
    {
        var own = ((IPEndPoint)_client.Client.LocalEndPoint!).Address;
        own = own.IsIPv4MappedToIPv6 ? own.MapToIPv4() : own;
        // RFC 5321, 4.1.3: a machine that may have no name says its number.
        var name = own.AddressFamily == AddressFamily.InterNetworkV6
            ? $"[IPv6:{new IPAddress(own.GetAddressBytes())}]" : $"[{own}]";
        var reply = Demand(await AskAsync($"EHLO {name}", cancel));
        Offers = reply.Lines.Skip(1).Select(line => line.Trim().Split([' ', '='], 2))
            .GroupBy(offer => offer[0].ToUpperInvariant())
            .ToDictionary(same => same.Key, same => string.Join(' ', same.SelectMany(offer => offer.Skip(1))));
    }

    private async Task StartTlsAsync(CancellationToken cancel)
    {
        Stage = MailStage.Security;
        if (!Offers.ContainsKey("STARTTLS"))
        {
            throw SubmissionWords.Setting(Stage, "den erbjuder inte STARTTLS; se efter Port och Security");
        }

        Demand(await AskAsync("STARTTLS", cancel));
        await EncryptAsync(cancel);
        // What was said in clear may have been anybody's (RFC 3207, 4.2).
        await HelloAsync(cancel);
    }

    // A new wire: what somebody put behind the last words in clear is not read as the first words in secret
    // (CVE-2011-0411).
    private async Task EncryptAsync(CancellationToken cancel)
    {
        Stage = MailStage.Security;
        var (secret, trust) = (new SslStream(_wire.Stream), new ServerTrust(server));
        _wire = new SubmissionWire(secret, time);
        try
        {
            await SubmissionWire.WithinAsync(server.Limits.Connection, time, async either =>
            {
                await secret.AuthenticateAsClientAsync(trust.Options, either);
                return true;
            }, cancel);
        }
        catch (AuthenticationException)
        {
            throw SubmissionWords.Setting(Stage, trust.Trouble);
        }
    }

    private HashSet<string> Offered(string extension) => [.. Offers.GetValueOrDefault(extension, "").ToUpperInvariant()
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    // Before any mail is spoken of: whatever is said concerns the service, and no mail is lost by it.
    private SubmissionReply Demand(SubmissionReply reply) => reply.IsGood ? reply
        : throw new SubmissionTrouble(SubmissionWords.Of(reply, MailOutcomeKind.Later, Stage, []) with
        {
            NeedsAdministrator = reply.IsFinal,
        });
}
