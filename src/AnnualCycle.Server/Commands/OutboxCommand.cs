using System.CommandLine;
using AnnualCycle.Publishing.Outbox;
using AnnualCycle.Server.Commands.PlanLife;
using AnnualCycle.Server.Pages.Outbox;

namespace AnnualCycle.Server.Commands;

/// <summary><c>annualcycle outbox</c>: what is sent and what does not go by itself, and deciding about that.</summary>
internal static class OutboxCommand
{
    public static Command Create(TimeProvider time)
    {
        var state = new Option<string?>("--state")
        {
            Description = $"Bara de som är {string.Join(", ", OutboxWords.States.Select(own => own.Name))}",
        };
        var command = new Command("outbox", "Visar det som skickas: vad som stannat, väntar och gått") { state };
        command.Add(Decision(time, "retry", "Försöker igen med ett brev som stannat eller väntar",
            "Skickas så snart det går", (desk, id, opened, cancel) => desk.RetryAsync(id, null, Opened.Who, opened.Now, cancel)));
        command.Add(Decision(time, "drop", "Skickar aldrig ett brev som stannat eller väntar", "Skickas inte",
            (desk, id, opened, cancel) => desk.DropAsync(id, null, Opened.Who, opened.Now, cancel)));
        return new OpenDatabase(time).Serve(command,
            (result, opened, cancel) => ListAsync(opened, result.GetValue(state), cancel));
    }

    private static Command Decision(TimeProvider time, string name, string description, string done,
        Func<OutboxDesk, long, Opened, CancellationToken, Task<OutboxOutcome>> decide)
    {
        var id = new Argument<long>("ID") { Description = "Brevets nummer, som det står i listan" };
        return new OpenDatabase(time).Serve(new Command(name, description) { id }, async (result, opened, cancel) =>
        {
            var outcome = await decide(new OutboxDesk(opened.Database), result.GetValue(id), opened, cancel);
            if (outcome != OutboxOutcome.Done)
            {
                return Told.Mistake(OutboxWords.Of(outcome));
            }

            Console.WriteLine($"Brev {result.GetValue(id)}: {done}");
            return 0;
        });
    }

    private static async Task<int> ListAsync(Opened opened, string? name, CancellationToken cancel)
    {
        if (name is not null && OutboxWords.Read(name) is null)
        {
            var names = OutboxWords.States.Select(own => own.Name).ToList();
            return Told.Mistake(new Mistake("--state", 0, $"läget ”{name}” finns inte",
                Suggestion.Advice(name, names, $"De som finns är {string.Join(", ", names)}")).ToString());
        }

        var desk = new OutboxDesk(opened.Database);
        if (await desk.PauseAsync(cancel) is { } pause)
        {
            Console.Error.WriteLine($"Inget skickas sedan {OutboxWords.Time(pause.Since)}: {pause.Reason}. "
                + $"Det försöks igen {OutboxWords.Time(pause.Again)}.");
        }

        foreach (var own in await desk.NewestAsync(null, OutboxWords.Read(name), cancel))
        {
            Console.WriteLine($"{own.Id,8}  {OutboxWords.Of(own.State),-8} {OutboxWords.Time(own.Created)}  "
                + $"{own.Recipient,-40} {own.Subject}");
            if (OutboxWords.Latest(own) is { } latest)
            {
                Console.WriteLine($"          {latest}");
            }
        }

        return 0;
    }
}
