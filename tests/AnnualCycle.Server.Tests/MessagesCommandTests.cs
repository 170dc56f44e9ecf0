using AnnualCycle.Server.Tests.Service;
using AnnualCycle.Storage;
using AnnualCycle.Testing;

namespace AnnualCycle.Server.Tests;

/// <summary>Somebody edits what people receive, looks at it, and is told what is wrong before anybody gets it.</summary>
public sealed class MessagesCommandTests
{
    [Fact]
    public async Task The_command_lists_the_mails_and_shows_one_in_each_language_and_as_a_page()
    {
        using var folder = new TemporaryFolder();
        var program = new AnnualCycleProgram { Folder = folder.Path };

        var list = await program.Run("messages");
        Assert.Equal((0, ""), (list.ExitCode, list.Errors));
        Assert.Contains("round-reminder", list.Output, StringComparison.Ordinal);
        var shown = await program.Run("messages", "show", "round", "--language", "en", "--html", "round.html");
        Assert.StartsWith("Can you make the dates of SIMBA 2027?\n\nHello Eva Ek,\n", shown.Output, StringComparison.Ordinal);
        Assert.Contains("<h1", await File.ReadAllTextAsync(await PageAsync(program, folder, "meeting-new")), StringComparison.Ordinal);
        Assert.Contains("lang=\"en\"", await File.ReadAllTextAsync(Path.Combine(folder.Path, "round.html")), StringComparison.Ordinal);
        var unknown = await program.Run("messages", "show", "rond");
        Assert.Equal((1, "MEJL: inget mejl heter ”rond”. Menade du ”round”?\n"), (unknown.ExitCode, unknown.Errors));
        var language = await program.Run("messages", "show", "round", "--language", "fi");
        Assert.Equal((1, "--language: språket ”fi” finns inte. Skriv sv eller en\n"), (language.ExitCode, language.Errors));
    }

    [Fact]
    public async Task A_service_with_a_mistake_in_a_message_does_not_start_and_says_where_it_is()
    {
        await using var installation = await SmallInstallation.CreateAsync(Provider.Sqlite);
        await CopyMessagesAsync(installation);
        installation.Write("config/messages/sv/round.md", "subject: {{ collaboraton }}\n\nHej <b>du</b>\n");

        foreach (var command in (string[][])[["serve", "--urls", "http://127.0.0.1:0", "--data", installation.Data], ["messages"]])
        {
            var refused = await installation.Program().Run(command);
            Assert.Equal(1, refused.ExitCode);
            Assert.Equal("", refused.Output);
            Assert.Equal("config/messages/sv/round.md:1: värdet ”collaboraton” finns inte. Menade du ”collaboration”?\n", refused.Errors);
        }

        installation.Write("config/messages/sv/round.md", "subject: Nya ord\n\nHej!\n\n[Ut]({{ mails }})\n");
        await using var service = await installation.StartedAsync();
        Assert.StartsWith("Nya ord\n", (await installation.Program().Run("messages", "show", "round")).Output, StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(AnnualCycleProgram program, TemporaryFolder folder, string kind)
    {
        var page = Path.Combine(folder.Path, $"{kind}.html");
        await program.Run("messages", "show", kind, "--html", page);
        return page;
    }

    private static async Task CopyMessagesAsync(SmallInstallation installation)
    {
        var shipped = Path.Combine(Repository.Root, "config", "messages");
        foreach (var file in Directory.GetFiles(shipped, "*.md", SearchOption.AllDirectories))
        {
            installation.Write($"config/messages/{Path.GetRelativePath(shipped, file)}", await File.ReadAllTextAsync(file));
        }
    }
}
