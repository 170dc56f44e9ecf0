using System.CommandLine;
using System.Globalization;
using System.Text;
using AnnualCycle.ICalendar;
using AnnualCycle.Plans;

namespace AnnualCycle.Server.Commands;

/// <summary><c>annualcycle calendar</c>: shows what is read of anybody's calendar file.</summary>
internal static class CalendarCommand
{
    private static readonly CalendarZone Stockholm = CalendarZone.Find(Plan.TimeZone)!;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Kalender (.ics) från vilket program som helst" };
        var from = new Option<string?>("--from")
        {
            Description = "Första dagen, ÅÅÅÅ-MM-DD; annars den första i filen",
        };
        var to = new Option<string?>("--to") { Description = "Sista dagen; annars ett år efter att den sista börjar" };
        var command = new Command("calendar", "Läser en kalender och skriver händelser och tillfällen som JSON-rader")
        {
            file, from, to,
        };
        command.SetAction(result => Run(result.GetRequiredValue(file), result.GetValue(from), result.GetValue(to)));
        return command;
    }

    private static int Run(string file, string? from, string? to)
    {
        List<Mistake> refusals = [];
        var (first, last) = (Day("--from", from, refusals), Day("--to", to, refusals));
        if (first > last)
        {
            refusals.Add(new Mistake("--to", 0, "sista dagen ligger före den första"));
        }

        var content = refusals.Count > 0 ? null : HeldEventsFile.Content(file, refusals);
        if (content is null)
        {
            refusals.ForEach(refusal => Console.Error.WriteLine(refusal));
            return 1;
        }

        return Print(file, CalendarReader.Read(content), first, last);
    }

    private static int Print(string file, ReadCalendar calendar, DateOnly? first, DateOnly? last)
    {
        List<CalendarMistake> mistakes = [.. calendar.Mistakes];
        using (var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" })
        {
            foreach (var line in CalendarJson.Lines(calendar, first, last, Stockholm, mistakes))
            {
                output.WriteLine(line);
            }
        }

        mistakes.ForEach(mistake => Console.Error.WriteLine($"{file}:{mistake}"));
        return mistakes.Exists(mistake => mistake.Kind == MistakeKind.NotACalendar) ? 1 : mistakes.Count > 0 ? 2 : 0;
    }

    private static DateOnly? Day(string option, string? text, List<Mistake> refusals)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 1 and < 9999)
        {
            return day;
        }

        if (text is not null)
        {
            refusals.Add(new Mistake(option, 0, $"”{text}” är ingen dag", "Skriv ÅÅÅÅ-MM-DD, till exempel 2027-03-12"));
        }

        return null;
    }
}
