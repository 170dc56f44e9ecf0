using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace AnnualCycle.Publishing.Mail.Submission;

/// <summary>Says what came of a mail so that an administrator can act on it and learns nobody's address.</summary>
internal static class SubmissionWords
{
    private const int Longest = 200;

    /// <param name="hidden">
    /// What must not be said again: the receiver's name and local part, and the lines that carried the password.
    /// </param>
    public static MailOutcome Of(
        SubmissionReply reply, MailOutcomeKind kind, MailStage stage, IEnumerable<string> hidden) =>
        new(kind, stage, $"{Where(stage, kind)}: {reply.Code} {Said(reply, [.. hidden])}".TrimEnd())
        {
            Status = reply.Status,
        };

    public static MailOutcome Of(Exception wrong, MailOutcomeKind kind, MailStage stage) =>
        new(kind, stage, $"{Where(stage, kind)}: {Said(wrong)}");

    /// <summary>Nothing goes until somebody changes something.</summary>
    public static SubmissionTrouble Setting(MailStage stage, string text) =>
        new(new MailOutcome(MailOutcomeKind.Later, stage, $"{Where(stage, MailOutcomeKind.Later)}: {text}")
        {
            NeedsAdministrator = true,
        });

    private static string Where(MailStage stage, MailOutcomeKind kind) => (stage, kind) switch
    {
        (_, MailOutcomeKind.Accepted) => "e-postservern har tagit emot brevet",
        (_, MailOutcomeKind.Unknown) => "brevet kan ha gått iväg, men e-postserverns besked kom aldrig",
        (MailStage.Connection, _) => "e-postservern går inte att nå",
        (MailStage.Security, _) => "förbindelsen till e-postservern går inte att göra säker",
        (MailStage.LogIn, _) => "e-postservern släpper inte in tjänsten",
        (MailStage.Sender, _) => "e-postservern tar inte emot brev från tjänstens adress",
        (MailStage.Receiver, _) => "e-postservern tar inte emot brev till mottagaren",
        _ => "e-postservern tog inte emot brevet",
    };

    private static string Said(Exception wrong) => wrong switch
    {
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } =>
            "ingen dator har det namnet",
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "ingen svarar på den porten",
        TimeoutException or InvalidDataException or EndOfStreamException => $"servern {wrong.Message}",
        OperationCanceledException => "tjänsten slutade vänta",
        _ => "förbindelsen bröts",
    };

    // What a server says helps, but it repeats addresses, and some repeat the very line that they did not understand.
    private static string Said(SubmissionReply reply, IReadOnlyList<string> hidden)
    {
        var words = HeaderText.Cleaned(string.Join(' ', reply.Lines)).Split(' ')
            .Select(word => IsToBeSaid(word, hidden) ? word : "…");
        var text = string.Join(' ', words);
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }

    private static bool IsToBeSaid(string word, IReadOnlyList<string> hidden)
    {
        var bare = word.Trim('"', '\'', '<', '>', '(', ')', '[', ']', ':', ';', ',', '.');
        return !word.Contains('@') && !hidden.Any(secret =>
            (bare.Length >= 6 && secret.Contains(bare, StringComparison.Ordinal)) || Names(word, secret));
    }

    private static bool Names(string word, string secret) => Regex.IsMatch(
        word, $@"(?<!\w){Regex.Escape(secret)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
