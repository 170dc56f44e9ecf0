using System.CommandLine;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Server.Service;
using NodaTime;

namespace AnnualCycle.Server.Commands;

/// <summary><c>annualcycle serve</c>, and <c>annualcycle</c> alone: web, feeds and worker until it is stopped.</summary>
internal static class ServeCommand
{
    /// <summary>Where it listens unless told otherwise.</summary>
    public const string Address = "http://127.0.0.1:5080";

    private const string Description = "Startar tjänsten: webbsidor, kalendrar att prenumerera på och nattligt arbete";

    public static Command Create(TimeProvider time)
    {
        var command = new Command("serve", Description);
        MakeServe(command, time);
        return command;
    }

    /// <summary>Lets a command serve when it is given no other.</summary>
    public static void MakeServe(Command command, TimeProvider time)
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Adress att lyssna på", DefaultValueFactory = _ => Address,
        };
        var data = new DataOptions();
        command.Add(urls);
        data.AddTo(command);
        command.SetAction((result, cancel) => Told.OfTrouble(() =>
            RunAsync(data.Configuration(result), data.Data(result), result.GetValue(urls)!, time, cancel)));
    }

    private static async Task<int> RunAsync(
        ConfigurationFolder configuration, DataFolder data, string urls, TimeProvider time, CancellationToken cancel)
    {
        var mistakes = new List<Mistake>();
        if (ServiceOptions.Read(mistakes) is not { } options)
        {
            return Told.Mistakes(mistakes);
        }

        mistakes.AddRange(MailOptionsCheck.MistakesInFiles(options.Mail));
        mistakes.AddRange(SignInOptionsCheck.MistakesInFiles(options.SignIn));
        mistakes.AddRange(OutlookOptionsCheck.MistakesInFiles(options.Outlook));
        if (mistakes.Count > 0)
        {
            return Told.Mistakes(mistakes);
        }

        using var alone = data.TryEnter(mistakes);
        if (alone is null)
        {
            return Told.Mistakes(mistakes);
        }

        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var installation = await Installation.OpenAsync(options, configuration, data, now, mistakes, cancel);
        mistakes.AddRange(installation?.Messages.Read() ?? []);
        mistakes.AddRange(installation is not null && await LeftInOutlook.MistakeAsync(installation, now, cancel) is { } left ? [left] : []);
        return installation is null || mistakes.Count > 0
            ? Told.Mistakes(mistakes) : await new Opening(installation, urls, time).RunAsync(cancel);
    }
}
