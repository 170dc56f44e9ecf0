using System.CommandLine;
using AnnualCycle.Plans;
using AnnualCycle.Publishing.Duties;
using AnnualCycle.Server.Commands.PlanLife;
using AnnualCycle.Server.Pages.Duties;

namespace AnnualCycle.Server.Commands;

/// <summary><c>annualcycle duties</c>: what is due, who answers for it and where it stands; and marking it.</summary>
internal static class DutiesCommand
{
    public static Command Create(TimeProvider time)
    {
        var collaboration = new Option<string?>("--collaboration") { Description = "Bara en samverkan, till exempel simba" };
        var command = new Command("duties", "Visar vad som ska göras, vem som svarar för det och hur det står till") { collaboration };
        command.Add(Mark(time, "done", "Markerar något som klart: ingen påminns om det mer", DutyRoom.Settled));
        command.Add(Mark(time, "skip", "Markerar att något inte behövs den här gången", DutyRoom.NotNeeded));
        command.Add(Mark(time, "reopen", "Tar tillbaka det som är markerat", DutyRoom.Open));
        return new OpenDatabase(time).Serve(command,
            (result, opened, cancel) => ListAsync(Room(opened, time), result.GetValue(collaboration), cancel));
    }

    private static Command Mark(TimeProvider time, string name, string description, string done)
    {
        var duty = new Argument<string>("ID") { Description = "Som det står i listan" };
        var link = new Option<string?>("--link") { Description = "Var det finns att läsa, en adress på webben" };
        return new OpenDatabase(time).Serve(new Command(name, description) { duty, link }, async (result, opened, cancel) =>
        {
            var room = Room(opened, time);
            var lists = await room.ReadAsync(cancel);
            if (lists.Book.Find(result.GetValue(duty)!) is not { } item)
            {
                return Told.Mistake(new Mistake(result.GetValue(duty)!, 0, "finns inte bland det som ska göras",
                    Suggestion.Advice(result.GetValue(duty)!, [.. lists.Book.All.Select(own => own.Deadline.Id)],
                        "annualcycle duties visar vad som finns")).ToString());
            }

            var form = new DutyForm(item.Deadline.Uid, done, result.GetValue(link), null);
            var taken = await room.TakeAsync(item, form, Opened.Who, cancel)
                ?? (IsDone: false, $"{item.Deadline.Title} kommer av sig självt och kan inte markeras.");
            if (!taken.IsDone)
            {
                return Told.Mistake(taken.Text);
            }

            Console.WriteLine(taken.Text);
            return 0;
        });
    }

    private static async Task<int> ListAsync(DutyRoom room, string? collaboration, CancellationToken cancel)
    {
        var lists = await room.ReadAsync(cancel);
        foreach (var (heading, duties) in lists.Parts(item => collaboration is null || item.Collaboration == collaboration))
        {
            Console.WriteLine($"{heading} ({duties.Count})");
            foreach (var duty in duties)
            {
                var own = duty.Item.Deadline;
                Console.WriteLine($"  {(own.Due is { } due ? SwedishDates.Iso(due) : "utan dag  ")}  {own.Title}");
                Console.WriteLine($"              {duty.StatusText}. {Owners(duty)}  {own.Id}");
            }
        }

        return 0;
    }

    private static string Owners(DutyView duty) => duty.Owners.Count == 0 ? "Ingen svarar för det."
        : string.Join(", ", duty.Owners.Select(person => person.Name)) + ".";

    private static DutyRoom Room(Opened opened, TimeProvider time) =>
        new(opened.Database, new DutyDesk(opened.Database, opened.Installation.Key), time);
}
