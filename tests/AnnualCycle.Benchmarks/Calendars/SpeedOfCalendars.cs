using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using AnnualCycle.ICalendar;

namespace AnnualCycle.Benchmarks.Calendars;

/// <summary>
/// Reads and writes one calendar of many meetings beside libical and python-icalendar, round by round in one run, and
/// tells the median ratios.
/// </summary>
internal static class SpeedOfCalendars
{
    internal static int Run(string libical, string python, string file, int events, int rounds)
    {
        var calendar = Calendar(events);
        var octets = CalendarWriter.ToBytes(calendar);
        File.WriteAllBytes(file, octets);
        Console.WriteLine($"{events} events, {octets.Length / 1e6:F2} MB; MB/s, medians of {rounds} rounds");
        var ours = new List<double[]>();
        var theirs = new List<double[]>();
        for (var round = 0; round < rounds; round++)
        {
            ours.Add([.. Ours(calendar, octets).Select(seconds => octets.Length / 1e6 / seconds)]);
            theirs.Add([.. Seconds(libical, file), .. Seconds("/usr/bin/python3", python, file)]);
        }
        return Tell([.. Enumerable.Range(0, 4).Select(column => Median(ours, column))],
            [.. Enumerable.Range(0, 4).Select(column => octets.Length / 1e6 / Median(theirs, column))]);
    }

    private static int Tell(double[] ours, double[] theirs)
    {
        string[] names = ["lines and components", "and UID, SUMMARY, start, end of each",
            "and all mistakes looked for", "writing"];
        foreach (var (name, speed) in names.Zip(ours))
            Console.WriteLine($"AnnualCycle.ICalendar {name,-40}{speed,8:F1}");
        foreach (var (name, speed) in new[] {
            "libical reading", "libical writing", "python-icalendar reading", "python-icalendar writing" }.Zip(theirs))
            Console.WriteLine($"{name,-62}{speed,8:F1}");
        var (reading, writing) = (ours[1] / theirs[0], ours[3] / theirs[1]);
        Console.WriteLine($"reading, typed: {reading:F1} x libical; all mistakes: {ours[2] / theirs[0]:F1} x libical");
        Console.WriteLine($"writing: {writing:F1} x libical, {ours[3] / theirs[3]:F1} x python-icalendar");
        return reading >= 2 && writing >= 3 && ours[3] / theirs[3] >= 20 ? 0 : 1;
    }

    /// <summary>Seconds of reading, reading with typed values, reading with all mistakes, and writing.</summary>
    private static double[] Ours(CalendarObject calendar, byte[] octets)
    {
        var output = new ArrayBufferWriter<byte>(2 * octets.Length);
        return
        [
            Best(() => CalendarReader.Read(octets)),
            Best(() => Touch(CalendarReader.Read(octets))),
            Best(() => Touch(CalendarReader.Read(octets)).Mistakes.Length),
            Best(() =>
            {
                output.ResetWrittenCount();
                CalendarWriter.Write(calendar, output);
                return output.WrittenCount;
            }),
        ];
    }

    private static ReadCalendar Touch(ReadCalendar read)
    {
        var sum = 0L;
        foreach (var e in read.Events)
            sum += e.Uid.Length + e.Summary.Value.Length + e.Start!.Value.Ticks + e.End!.Value.Ticks;
        return sum != 0 ? read : throw new InvalidOperationException("Nothing was read.");
    }

    /// <summary>The libraries beside take the best of five, too.</summary>
    private static double Best<T>(Func<T> work)
    {
        var best = double.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            GC.Collect();
            var clock = Stopwatch.StartNew();
            _ = work();
            best = Math.Min(best, clock.Elapsed.TotalSeconds);
        }
        return best;
    }

    private static IEnumerable<double> Seconds(string program, params string[] arguments)
    {
        using var run = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = run.StandardOutput.ReadToEnd();
        run.WaitForExit();
        return output.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(
            number => double.Parse(number, CultureInfo.InvariantCulture));
    }

    private static double Median(List<double[]> rounds, int column) =>
        rounds.Select(round => round[column]).Order().ElementAt(rounds.Count / 2);

    private static CalendarObject Calendar(int count) => CalendarObject.Feed(
        "-//AnnualCycle//Speed//SV", new FeedProperties("Ett långt år", VTimeZone.EuropeStockholm),
        Enumerable.Range(0, count).Select(Meeting));

    private static Event Meeting(int number)
    {
        var start = new DateTime(2027, 1, 4, 8, 0, 0, DateTimeKind.Utc).AddHours(number % 8000);
        EventTime time = number % 3 == 0
            ? EventTime.Between(new ZonedTime(start, VTimeZone.EuropeStockholm),
                new ZonedTime(start.AddHours(2), VTimeZone.EuropeStockholm))
            : EventTime.Between(new UtcTime(start), new UtcTime(start.AddHours(2)));
        return new Event($"mote-{number}@kalender.example", new UtcTime(start.AddDays(-90)), time,
            $"Ledningsgrupp nr {number}: vår och höst")
        {
            Sequence = number % 4,
            Location = "Rådhuset, sal 2; ingång från gården",
            Description = "Dagordning:\n1. Öppnande\n2. Föregående möte, anteckningar\n3. Verksamheternas läge\n"
                + "4. Övrigt, nästa möte",
            Categories = ["SIMBA", "Ledningsgrupp i samverkan"],
            Url = new Uri($"https://kalender.example/moten/{number}"),
        };
    }
}
