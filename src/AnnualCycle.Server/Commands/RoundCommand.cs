using System.CommandLine;
using AnnualCycle.Plans;
using AnnualCycle.Publishing.Rounds;
using AnnualCycle.Server.Commands.PlanLife;
using AnnualCycle.Server.Pages.Rounds;
using AnnualCycle.Server.Service;
using AnnualCycle.Storage.Plans;
using NodaTime;

namespace AnnualCycle.Server.Commands;

/// <summary>
/// <c>annualcycle round YEAR</c>: asks the members about a proposed year, shows what they answer, reminds them, ends it and
/// plans again with what they cannot make.
/// </summary>
internal static class RoundCommand
{
    public static Command Create(TimeProvider time)
    {
        var year = new Argument<int>("YEAR") { Description = "Året" };
        var until = Typed.OptionalDate("--until", "Sista svarsdag, åååå-mm-dd: startar en runda (med --yes)");
        var yes = new Option<bool>("--yes") { Description = "Starta rundan och skicka mejlen" };
        var again = new Option<bool>("--again") { Description = "Fråga på nytt, bara om datum som är nya för var och en" };
        var remind = new Option<bool>("--remind") { Description = "Påminn dem som inte har svarat" };
        var close = new Option<bool>("--close") { Description = "Stäng rundan och planera om med svaren, som ett utkast" };
        var collaboration = new CollaborationOption();
        var command = new Command("round", "Samrådsrunda: frågar ledamöterna om ett föreslaget års datum")
        {
            year, until, yes, again, remind, close,
        };
        collaboration.AddTo(command);
        command.Validators.Add(result =>
        {
            if (new[] { result.GetResult(until) is { Implicit: false }, result.GetValue(remind), result.GetValue(close) }
                .Count(wanted => wanted) > 1)
            {
                result.AddError("Välj ett av --until, --remind och --close.");
            }
        });
        return new OpenDatabase(time).Serve(command, async (result, opened, cancel) =>
        {
            await using var context = opened.Database.Open();
            if (await collaboration.FindAsync(result, context, cancel) is not { } id)
            {
                return 1;
            }

            var asked = new AskedRound(opened, new RoundDesk(opened.Installation, time), id, result.GetValue(year));
            return result.GetValue(until) is { } day
                    ? await asked.StartAsync(day, result.GetValue(again), result.GetValue(yes), cancel)
                : result.GetValue(remind) ? await asked.RemindAsync(cancel)
                : result.GetValue(close) ? await asked.CloseAsync(cancel)
                : await asked.ShowAsync(cancel);
        });
    }

    /// <summary>Asks the members of a year that was proposed a moment ago.</summary>
    public static Task<int> AskAsync(Opened opened, TimeProvider time, (string Collaboration, int Year) proposed,
        LocalDate until, CancellationToken cancel) =>
        new AskedRound(opened, new RoundDesk(opened.Installation, time), proposed.Collaboration, proposed.Year)
            .StartAsync(until, again: false, yes: true, cancel);

    /// <summary>One collaboration's round of a year, in the hands of somebody at the terminal.</summary>
    private sealed class AskedRound(Opened opened, RoundDesk desk, string collaboration, int year)
    {
        public async Task<int> StartAsync(LocalDate until, bool again, bool yes, CancellationToken cancel)
        {
            var order = new RoundOrder(collaboration, year, until, Opened.Who) { IsAgain = again };
            var outline = yes ? await desk.StartAsync(order, cancel) : await desk.OutlineAsync(order, cancel);
            if (outline.Advice is { } refused)
            {
                return Told.Mistake(outline.Refusal == RoundRefusal.AskedBefore
                    ? $"{refused} Lägg till --again." : refused);
            }

            foreach (var line in RoundWords.Lines(outline))
            {
                Console.WriteLine(line);
            }

            Console.WriteLine(yes ? "Mejlen ligger i utkorgen."
                : $"Ingen är tillfrågad. Starta med: annualcycle round {year} --collaboration {collaboration} --until {SwedishDates.Iso(until)}{(again ? " --again" : "")} --yes");
            return 0;
        }

        public async Task<int> RemindAsync(CancellationToken cancel)
        {
            if (await desk.RemindAsync(collaboration, year, Opened.Who, cancel) is not { } count)
            {
                return None();
            }

            Console.WriteLine(RoundWords.Reminded(count));
            return 0;
        }

        public async Task<int> CloseAsync(CancellationToken cancel)
        {
            if (!await desk.CloseAsync(collaboration, year, Opened.Who, cancel))
            {
                return None();
            }

            await using var context = opened.Database.Open();
            if (await opened.InputAsync(context, cancel) is not { } input)
            {
                return 1;
            }

            Console.Error.WriteLine("Rundan är stängd. Planerar om med svaren …");
            if (await opened.Installation.Horizon.PlanAsync(
                input, collaboration, year, Opened.Who, opened.Now, cancel) is null)
            {
                return Told.Mistake("Planen ändrades av någon annan under tiden. Kör kommandot igen.");
            }

            return await ShowDraftAsync(cancel);
        }

        public async Task<int> ShowAsync(CancellationToken cancel)
        {
            await using var context = opened.Database.Open();
            if (await RoundKeeper.LatestAsync(context, collaboration, year, cancel) is not { } round)
            {
                return None();
            }

            foreach (var line in RoundWords.Lines(await RoundTable.ReadAsync(context, round, cancel)))
            {
                Console.WriteLine(line);
            }

            return 0;
        }

        private async Task<int> ShowDraftAsync(CancellationToken cancel)
        {
            await using var context = opened.Database.Open();
            var book = new PlanBook(context);
            if (await book.DraftAsync(collaboration, year, cancel) is not { } draft)
            {
                Console.WriteLine("Svaren ändrar inget i planen.");
                return 0;
            }

            PlanWords.Print((await book.InForceAsync(collaboration, year, cancel))?.Plan, draft.Plan);
            Console.Error.WriteLine($"Sparat som utkast. Publicera med: annualcycle publish --collaboration {collaboration} --year {year} --yes, "
                + $"eller kasta det med: annualcycle discard {year} --collaboration {collaboration}");
            return 0;
        }

        private int None() => Told.Mistake($"Ingen samrådsrunda har hållits för {collaboration} {year}. Starta en med --until DATUM --yes.");
    }
}
