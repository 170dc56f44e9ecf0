using System.Text;
using AnnualCycle.Planning;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans;
using AnnualCycle.Plans.Wheel;
using AnnualCycle.Publishing.Feeds;
using NodaTime;

namespace AnnualCycle.Server.Commands;

/// <summary>Where a plan goes: the screen, single files, or a folder with all of it.</summary>
internal sealed record PlanDestinations
{
    public string? Folder { get; init; }

    public bool Json { get; init; }

    public string? Ics { get; init; }

    public string? Svg { get; init; }

    public string? Csv { get; init; }

    public string? Problem { get; init; }

    /// <summary>Writes the files first and the screen last, so that what is announced is there.</summary>
    /// <exception cref="IOException">
    /// A file cannot be written; also as <see cref="UnauthorizedAccessException"/>.
    /// </exception>
    public void Write(PlannedYear planned, YearInput input)
    {
        var plan = planned.Plan;
        var feeds = new PlanFeeds(new FeedSource(plan, Changed(input)));
        var wheel = new PlanWheel(plan, input);
        Save(Ics, feeds.Network);
        Save(Svg, () => Utf8(AnnualWheel.Draw(wheel.Network())));
        Save(Csv, () => Utf8(PlanCsv.Write(plan)));
        Save(Problem, () => ProblemFile.Write(planned.Year.Problem));
        if (Folder is { } folder)
        {
            new YearFolder(folder, plan, feeds, wheel).Write();
        }

        Print(Json ? PlanJson.Write(plan) : Utf8(PlanTable.Write(plan)));
    }

    // Without a database nothing knows when the plan last changed; the day it is made is an input of the command.
    private static Instant Changed(YearInput input) => input.Today!.Value.AtMidnight().InUtc().ToInstant();

    private static void Save(string? file, Func<byte[]> content)
    {
        if (file is not null)
        {
            File.WriteAllBytes(file, content());
        }
    }

    private static void Print(byte[] text)
    {
        using var output = Console.OpenStandardOutput();
        output.Write(text);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
