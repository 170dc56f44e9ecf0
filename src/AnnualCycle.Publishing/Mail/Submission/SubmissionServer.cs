namespace AnnualCycle.Publishing.Mail.Submission;

/// <summary>How the words between the service and the mail server are kept from others.</summary>
public enum SubmissionSecurity
{
    /// <summary>
    /// Begins in clear and turns secret before anything is told; goes no further where it cannot (RFC 3207).
    /// </summary>
    StartTls,

    /// <summary>Secret from the first byte, as on port 465 (RFC 8314).</summary>
    Tls,

    /// <summary>In clear: only to a server on the same machine.</summary>
    None,
}

/// <summary>The organisation's mail server, as it takes mails from a program (RFC 6409).</summary>
public sealed record SubmissionServer(string Host, int Port)
{
    public SubmissionSecurity Security { get; init; } = SubmissionSecurity.StartTls;

    /// <summary>Null where the server takes the service's mails unasked.</summary>
    public SubmissionLogIn? LogIn { get; init; }

    /// <summary>
    /// PEM file with the authorities that the server's certificate must come from; null for those of the machine.
    /// </summary>
    public string? CertificateAuthorityFile { get; init; }

    public SubmissionLimits Limits { get; init; } = new();
}

/// <summary>Who the service is to the mail server.</summary>
/// <param name="Secret">
/// The password or the token, asked for at each log-in so that a new one needs no restart. Throws
/// <see cref="IOException"/>, <see cref="UnauthorizedAccessException"/> or <see cref="HttpRequestException"/> when it
/// cannot be had.
/// </param>
public sealed record SubmissionLogIn(string User, Func<CancellationToken, ValueTask<string>> Secret)
{
    /// <summary>True when the secret is an OAuth 2 access token: then only XOAUTH2 will do.</summary>
    public bool IsToken { get; init; }
}

/// <summary>How long the server may take, each time it is waited for.</summary>
public sealed record SubmissionLimits
{
    /// <summary>To be connected to, and to make the connection secret.</summary>
    public TimeSpan Connection { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>To greet.</summary>
    public TimeSpan Greeting { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>To answer a command.</summary>
    public TimeSpan Command { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>To take each 16 kilobytes of a mail.</summary>
    public TimeSpan Data { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// To say that it has the whole mail. Longer than the others: to give up here is not to know (RFC 5321, 4.5.3.2.6).
    /// </summary>
    public TimeSpan Acceptance { get; init; } = TimeSpan.FromMinutes(2);
}
