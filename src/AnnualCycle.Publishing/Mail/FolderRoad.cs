using System.Security.Cryptography;
using NodaTime.Text;

namespace AnnualCycle.Publishing.Mail;

/// <summary>
/// Mails as files in a folder: where no server is set nothing leaves the service. Any mail program opens them.
/// </summary>
public sealed class FolderRoad(string folder, MailWriter writer) : IMailRoad
{
    private static readonly InstantPattern Time =
        InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'.'fffffffff'Z'");

    public Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancel) => mail.To.Wire is null
        ? Task.FromResult(Outcomes.NoAddress)
        : SendAsync(new FrozenMail(mail.To, mail.At, writer.Write(mail, eightBit: true)), cancel);

    public async Task<MailOutcome> SendAsync(FrozenMail mail, CancellationToken cancel)
    {
        if (mail.To.Wire is null)
        {
            return Outcomes.NoAddress;
        }

        try
        {
            await WriteAsync(mail.Content, Time.Format(mail.At), cancel);
            return new MailOutcome(MailOutcomeKind.Accepted, MailStage.Content, "skrivet som fil");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return new MailOutcome(MailOutcomeKind.Later, MailStage.Connection,
                $"mappen för e-post går inte att skriva i ({refused.Message})") { NeedsAdministrator = true };
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // The same mail once more is the same file; another has another name, whatever the instant.
    private async Task WriteAsync(ReadOnlyMemory<byte> content, string time, CancellationToken cancel)
    {
        var name = $"{time}-{Convert.ToHexStringLower(SHA256.HashData(content.Span)[..8])}.eml";
        var half = Path.Combine(folder, $".{name}.part");
        CreateFolder();
        await using (var file = new FileStream(half, Owned()))
        {
            await file.WriteAsync(content, cancel);
            file.Flush(flushToDisk: true);
        }

        File.Move(half, Path.Combine(folder, name), overwrite: true);
    }

    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(
                folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static FileStreamOptions Owned()
    {
        var owned = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            owned.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return owned;
    }
}
