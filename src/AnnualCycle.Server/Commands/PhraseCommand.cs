using System.CommandLine;
using System.Text;
using AnnualCycle.Phrases;

namespace AnnualCycle.Server.Commands;

/// <summary>
/// <c>annualcycle phrase</c>: one phrase a line on standard input, its rules as one line of JSON out.
/// </summary>
internal static class PhraseCommand
{
    public static Command Create()
    {
        var command = new Command("phrase", "Läser en fras per rad och skriver dess regler, ett JSON-objekt per rad.");
        command.SetAction(_ => Run(Console.OpenStandardInput(), Console.OpenStandardOutput()));
        return command;
    }

    private static int Run(Stream input, Stream output)
    {
        using var phrases = new StreamReader(input, Encoding.UTF8);
        using var answers = new StreamWriter(output, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
        while (phrases.ReadLine() is { } phrase)
        {
            answers.WriteLine(PhraseJson.Line(PhraseReader.Read(phrase)));
        }

        return 0;
    }
}
