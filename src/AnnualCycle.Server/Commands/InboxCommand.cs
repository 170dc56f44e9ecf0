using System.CommandLine;
using System.CommandLine.Invocation;
using AnnualCycle.Publishing.Answers;
using AnnualCycle.Server.Commands.PlanLife;

namespace AnnualCycle.Server.Commands;

/// <summary><c>annualcycle inbox</c>: takes one mail that a mail server hands over on standard input.</summary>
internal static class InboxCommand
{
    /// <summary>EX_TEMPFAIL of sysexits.h: the mail server keeps the mail and comes again.</summary>
    private const int TryAgain = 75;

    public static Command Create(TimeProvider time)
    {
        var command = new OpenDatabase(time).Serve(
            new Command("inbox", "Tar emot ett mejl på standard in: svar på kallelser. För e-postservern"),
            (_, opened, cancel) => RunAsync(opened, cancel));
        var take = (AsynchronousCommandLineAction)command.Action!;
        // Whatever is wrong here, the mail is not: it must be neither lost nor sent back.
        command.SetAction(async (result, cancel) =>
        {
            try
            {
                return await take.InvokeAsync(result, cancel) == 0 ? 0 : TryAgain;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // Without words of its own, as they may have somebody's address.
                Console.Error.WriteLine($"Mejlet kunde inte tas emot nu ({fault.GetType().Name}).");
                return TryAgain;
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(Opened opened, CancellationToken cancel)
    {
        var mail = await ReadAsync(cancel);
        var inbox = new Inbox(opened.Database, opened.Installation.Options.Mail?.AuthenticatedBy);
        Console.WriteLine(await inbox.TakeAsync(mail, opened.Now, cancel) switch
        {
            InboxOutcome.Taken => "Svaret är taget.",
            InboxOutcome.OfOlderInvite => "Svaret gällde en äldre kallelse och räknas inte.",
            InboxOutcome.Late => "Ett senare svar finns redan, så det här räknas inte.",
            InboxOutcome.PutAside => "Lagt i inkorgen för en människa.",
            _ => "Inget svar på en kallelse.",
        });
        return 0;
    }

    // To its end, also of a mail that is too long: who writes must not be cut off.
    private static async Task<byte[]> ReadAsync(CancellationToken cancel)
    {
        await using var input = Console.OpenStandardInput();
        using var mail = new MemoryStream();
        var buffer = new byte[65536];
        while (await input.ReadAsync(buffer, cancel) is > 0 and var read)
        {
            mail.Write(buffer, 0, (int)Math.Min(read, Math.Max(0, Inbox.LargestMail - mail.Length)));
        }

        return mail.ToArray();
    }
}
