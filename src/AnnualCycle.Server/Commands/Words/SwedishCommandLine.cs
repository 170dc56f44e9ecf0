using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace AnnualCycle.Server.Commands.Words;

/// <summary>
/// The command line speaks Swedish where its library speaks English: headings of the help, and what was typed wrongly.
/// </summary>
internal static class SwedishCommandLine
{
    /// <summary>Runs what was typed; a mistake is told on standard error with the way to the help, and gives 1.</summary>
    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        Dress(root);
        var typed = root.Parse(args);
        if (typed.Action is ParseErrorAction)
        {
            foreach (var error in typed.Errors)
            {
                Console.Error.WriteLine(Translation.OfError(error.Message));
            }

            Console.Error.WriteLine($"Så här används det: {Path(typed.CommandResult.Command)} --help");
            return 1;
        }

        return await typed.InvokeAsync();
    }

    private static void Dress(RootCommand root)
    {
        foreach (var option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction action } help)
            {
                help.Description = "Visar den här hjälpen";
                help.Action = new SwedishHelp(action);
            }
            else if (option is VersionOption version)
            {
                version.Description = "Visar programmets version";
            }
        }
    }

    private static string Path(Command command) => command is RootCommand
        ? "annualcycle" : $"{Path(command.Parents.OfType<Command>().First())} {command.Name}";

    private sealed class SwedishHelp(HelpAction help) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var (output, english) = (parseResult.InvocationConfiguration.Output, new StringWriter());
            parseResult.InvocationConfiguration.Output = english;
            var code = help.Invoke(parseResult);
            output.Write(Translation.OfHelp(english.ToString()));
            return code;
        }
    }
}
