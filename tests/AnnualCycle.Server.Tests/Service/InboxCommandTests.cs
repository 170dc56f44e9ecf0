using AnnualCycle.Storage;
using AnnualCycle.Storage.Invitations;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Server.Tests.Service;

/// <summary>A mail server hands over a mail, and comes again when it could not be taken.</summary>
public sealed class InboxCommandTests
{
    private const string Reply = """
        From anna.ask@nord.example  Mon Nov 23 11:00:00 2026
        From: Anna Ask <anna.ask@nord.example>
        Subject: Accepterat
        Content-Type: text/calendar; charset=utf-8

        BEGIN:VCALENDAR
        METHOD:REPLY
        BEGIN:VEVENT
        UID:1@nord.example
        DTSTAMP:20261123T100000Z
        ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna.ask@nord.example
        END:VEVENT
        END:VCALENDAR

        """;

    [Fact]
    public async Task An_answer_is_taken_and_a_mail_is_kept_by_its_server_while_the_database_is_away()
    {
        await using var installation = await SmallInstallation.CreateAsync(Provider.Sqlite);
        Assert.Equal(75, (await HandOverAsync(installation)).ExitCode);
        await InviteAsync(installation);

        // Nobody vouches for whom it is from.
        Assert.Equal("Lagt i inkorgen för en människa.\n", (await HandOverAsync(installation)).Output);
        Assert.Null(await installation.AskAsync(context => context.Invitations.Select(own => own.Answer).SingleAsync()));
        installation.Settings["AnnualCycle__PublicAddress"] = "https://arshjul.nord.example";
        installation.Settings["AnnualCycle__Mail__Server"] = "post.nord.example";
        installation.Settings["AnnualCycle__Mail__From"] = "arshjul@nord.example";
        installation.Settings["AnnualCycle__Mail__AuthenticatedBy"] = "*";
        var taken = await HandOverAsync(installation);

        Assert.Equal((0, "Svaret är taget.\n", ""), (taken.ExitCode, taken.Output, taken.Errors));
        Assert.Equal(Answer.Yes, await installation.AskAsync(context => context.Invitations.Select(own => own.Answer).SingleAsync()));

        // A disk that has eaten the file.
        var away = Path.Combine(installation.Folder, "annat");
        Directory.CreateDirectory(away);
        await File.WriteAllTextAsync(Path.Combine(away, "annualcycle.db"), new string('x', 5000));
        var kept = await HandOverAsync(installation, away);
        Assert.Equal(75, kept.ExitCode);
        Assert.Contains("skadad", kept.Errors, StringComparison.Ordinal);
    }

    private static Task<Testing.ProgramAnswer> HandOverAsync(SmallInstallation installation, string? data = null) =>
        new Testing.AnnualCycleProgram { Folder = installation.Folder, Input = Reply, Variables = installation.Settings }
            .Run("inbox", "--data", data ?? installation.Data);

    private static async Task InviteAsync(SmallInstallation installation)
    {
        await installation.Database.PrepareAsync();
        await using var context = installation.Database.Open();
        context.Invitations.Add(new Invitation
        {
            Uid = "1@nord.example", Email = "anna.ask@nord.example", Collaboration = "nord", State = InvitationState.Live,
            Sequence = 0, Date = new LocalDate(2027, 1, 12), Start = "09:00", End = "10:00", Place = "", Print = "",
            Changed = Instant.FromUtc(2026, 11, 20, 8, 0), TokenHash = "x",
        });
        await context.SaveChangesAsync();
    }
}
