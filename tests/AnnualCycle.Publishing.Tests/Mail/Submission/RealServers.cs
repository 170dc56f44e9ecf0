using System.Diagnostics;
using System.Globalization;
using AnnualCycle.Publishing.Mail.Submission;
using AnnualCycle.Testing;

namespace AnnualCycle.Publishing.Tests.Mail.Submission;

/// <summary>A test against postfix and dovecot; where they cannot run its line says why.</summary>
internal sealed class RealServersFactAttribute : FactAttribute
{
    public RealServersFactAttribute() => Skip = RealServers.WhyNot;
}

/// <summary>A postfix that takes mails and a dovecot that keeps them, from a class's first test to its last.</summary>
public sealed class RealServers : IDisposable
{
    private static readonly string Script = Path.Combine(Repository.Root, "tests", "mail.sh");

    // Reads a mailbox until there is something in it.
    private const string Reader = """
        import imaplib, sys
        box = imaplib.IMAP4("127.0.0.1", int(sys.argv[1]))
        box.authenticate("PLAIN", lambda _: ("\0" + sys.argv[2] + "\0hemligt-lösen").encode())
        box.select("INBOX")
        for number in box.search(None, "ALL")[1][0].split():
            print(box.fetch(number, "(RFC822)")[1][0][1].hex())
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("annualcycle-mail-");

    private readonly string[] _started = [];

    public RealServers()
    {
        if (WhyNot is null && OperatingSystem.IsLinux())
        {
            File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0b111_101_101);
            _started = Output("bash", Script, "start", Folder).Trim().Split(' ');
        }
    }

    /// <summary>Null when they can run.</summary>
    internal static string? WhyNot { get; } = !OperatingSystem.IsLinux() || Environment.UserName != "root"
        ? "postfix starts as root only"
        : !File.Exists("/usr/sbin/postfix") || !File.Exists("/usr/sbin/dovecot")
            ? "tests/packages.txt names what is missing" : null;

    internal SubmissionServer Server => new("localhost", Port(0))
    {
        CertificateAuthorityFile = _started[3],
        LogIn = new SubmissionLogIn("arshjul", _ => ValueTask.FromResult("hemligt-lösen")),
    };

    internal SubmissionServer OverTls =>
        Server with { Port = Port(1), Security = SubmissionSecurity.Tls };

    /// <summary>What is in a mailbox as soon as there is as much as that.</summary>
    internal async Task<IReadOnlyList<ReadMail>> MailsAsync(string address, int count)
    {
        var mails = new List<byte[]>();
        await Patience.UntilAsync(() =>
        {
            mails = [.. Output("python3", "-c", Reader, _started[2], address)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Convert.FromHexString)];
            return mails.Count >= count;
        }, () => $"{count} mails to {address}", TimeSpan.FromSeconds(20));
        return ReadMail.All(mails);
    }

    public void Dispose()
    {
        Output("bash", Script, "stop", Folder);
        _folder.Delete(recursive: true);
    }

    private string Folder => Path.Combine(_folder.FullName, "servers");

    private int Port(int place) => int.Parse(_started[place], CultureInfo.InvariantCulture);

    private static string Output(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {arguments[0]} failed");
    }
}
