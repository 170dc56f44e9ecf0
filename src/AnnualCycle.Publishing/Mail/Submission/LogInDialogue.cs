using System.Text;

namespace AnnualCycle.Publishing.Mail.Submission;

/// <summary>Logs the service in (RFC 4954) in the way that the server offers and the secret allows.</summary>
internal sealed class LogInDialogue(SubmissionLogIn logIn, TimeSpan limit)
{
    // RFC 5321, 4.5.3.1.4: a command line has 512 octets; a longer secret waits until it is asked for.
    private const int LongestCommand = 500;

    /// <param name="offered">The words after AUTH in the server's list.</param>
    public async Task RunAsync(SubmissionWire wire, IReadOnlySet<string> offered, CancellationToken cancel)
    {
        var lines = Lines(offered, await SecretAsync(cancel));
        var reply = await wire.AskAsync(lines[0], limit, cancel);
        for (var next = 1; reply.Code == 334 && next <= lines.Count; next++)
        {
            // After its last word it has nothing to ask: it tells what was wrong with the token, and waits for a nod.
            reply = await wire.AskAsync(next < lines.Count ? lines[next] : logIn.IsToken ? "" : "*", limit, cancel);
        }

        if (!reply.IsGood)
        {
            var outcome = SubmissionWords.Of(reply, MailOutcomeKind.Later, MailStage.LogIn, lines);
            throw new SubmissionTrouble(outcome with { NeedsAdministrator = !reply.IsPassing });
        }
    }

    private List<string> Lines(IReadOnlySet<string> offered, string secret)
    {
        var kind = (logIn.IsToken ? new[] { "XOAUTH2" } : ["PLAIN", "LOGIN"]).FirstOrDefault(offered.Contains);
        return kind switch
        {
            "XOAUTH2" => Begin(kind, Base64($"user={logIn.User}\u0001auth=Bearer {secret}\u0001\u0001")),
            "PLAIN" => Begin(kind, Base64($"\0{logIn.User}\0{secret}")),
            "LOGIN" => ["AUTH LOGIN", Base64(logIn.User), Base64(secret)],
            _ => throw SubmissionWords.Setting(MailStage.LogIn, offered.Count == 0
                ? "den erbjuder ingen inloggning; ta bort UserName om ingen behövs"
                : $"den erbjuder bara inloggning med {string.Join(", ", offered.Order(StringComparer.Ordinal))}"),
        };
    }

    private async Task<string> SecretAsync(CancellationToken cancel)
    {
        try
        {
            return await logIn.Secret(cancel);
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException or HttpRequestException)
        {
            throw SubmissionWords.Setting(MailStage.LogIn, $"lösenordet går inte att läsa ({away.Message})");
        }
    }

    private static List<string> Begin(string kind, string first) =>
        kind.Length + first.Length + 8 <= LongestCommand ? [$"AUTH {kind} {first}"] : [$"AUTH {kind}", first];

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
