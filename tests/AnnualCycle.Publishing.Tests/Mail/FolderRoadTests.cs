using AnnualCycle.Publishing.Mail;
using AnnualCycle.Testing;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Mail;

public sealed class FolderRoadTests
{
    [Fact]
    public async Task Mails_of_a_year_without_a_server_lie_in_order_in_a_folder_that_nobody_else_reads()
    {
        using var folder = new TemporaryFolder();
        var (mailFolder, mails) = (folder.File("mail"), new List<OutgoingMail>());
        var roads = new MailRoads(() => new FolderRoad(mailFolder, SomeMail.Writer), SomeMail.Writer);
        foreach (var number in Enumerable.Range(1, 20))
        {
            mails.Add(SomeMail.To("asa@nord.example", $"simba.{number}") with
            {
                At = SomeMail.At + Duration.FromNanoseconds(number / 2 * 700_000_000L),
            });
            Assert.Equal(MailOutcomeKind.Accepted, (await roads.SendAsync(mails[^1], default)).Kind);
        }

        await roads.SendAsync(mails[0], default);
        var files = Directory.GetFileSystemEntries(mailFolder).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(20, files.Count);
        Assert.All(files, file => Assert.EndsWith(".eml", file, StringComparison.Ordinal));
        var read = ReadMail.All(files.Select(File.ReadAllBytes));
        Assert.Equal(mails.Select(SomeMail.Writer.IdOf).Order(), read.Select(mail => mail["Message-ID"]).Order());
        var dates = read.Select(mail => mail["Date"]).ToList();
        Assert.Equal(dates.Order(StringComparer.Ordinal), dates);
        foreach (var file in files)
        {
            Assert.True(OperatingSystem.IsWindows()
                || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_and_an_address_that_is_none_are_told()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("mail"), "");
        await using var road = new FolderRoad(folder.File("mail"), SomeMail.Writer);
        var outcome = await road.SendAsync(SomeMail.To("asa@nord.example"), default);
        Assert.Equal((MailOutcomeKind.Later, true), (outcome.Kind, outcome.NeedsAdministrator));
        var refused = await road.SendAsync(SomeMail.To("asa@nord.example>\r\nX: y"), default);
        Assert.Equal((MailOutcomeKind.Refused, MailStage.Receiver), (refused.Kind, refused.Stage));
    }
}
