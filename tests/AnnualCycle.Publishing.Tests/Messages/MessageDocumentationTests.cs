using AnnualCycle.Publishing.Messages;
using AnnualCycle.Testing;

namespace AnnualCycle.Publishing.Tests.Messages;

public sealed class MessageDocumentationTests
{
    private const string File = "docs/messages.md";

    [Fact]
    public async Task The_documentation_lists_every_kind_of_mail_with_its_values()
    {
        var table = string.Join('\n', MessageKinds.All.Select(kind => $"| `{kind.Name}` | {kind.WhatItIs} | {kind.WhenItGoes} | "
            + $"{string.Join(", ", Names(kind.Sample, "").Select(name => $"`{name}`"))} |"));
        var written = (await System.IO.File.ReadAllLinesAsync(Path.Combine(Repository.Root, File)))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        Assert.True(table == string.Join('\n', written), $"{File} should say\n{table}");
    }

    private static IEnumerable<string> Names(MessageValues values, string before) => values.SelectMany(own => own.Value switch
    {
        MessageValues inner => Names(inner, $"{before}{own.Key}."),
        IEnumerable<MessageValues> list => Names(list.First(), $"{before}{own.Key}[]."),
        IEnumerable<string> => [$"{before}{own.Key}[]"],
        _ => [$"{before}{own.Key}"],
    });
}
