using AnnualCycle.Calendars;
using AnnualCycle.Charters;
using AnnualCycle.People;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Publishing.Busy;
using NodaTime;

namespace AnnualCycle.Server.Configuration;

/// <summary>The files that a year is planned from, as the user names them.</summary>
/// <param name="Dates">Dates decided elsewhere; null when there is no such file.</param>
/// <param name="Busy">
/// People's and rooms' busy times, their calendars, or one calendar; null when there is no such file.
/// </param>
public sealed record YearInputFiles(ConfigurationFolder Folder, string? Dates = null, string? Busy = null)
{
    /// <summary>Fetches a calendar from its address.</summary>
    public Func<Uri, Fetched> Fetch { get; init; } = _ => Fetched.Failed("hämtas inte här");

    /// <summary>
    /// Reads everything; null as soon as one file has a mistake. Lists of people, dates and busy times are read when
    /// charters and calendars are right, as they name what stands there.
    /// </summary>
    public YearInput? Read(int year, LocalDate today, List<Mistake> mistakes)
    {
        var collaborations = ReadCharters(mistakes);
        var (sweden, schoolBreaks) = (Text(Folder.Sweden, mistakes), Text(Folder.SchoolBreaks, mistakes));
        var calendar = sweden.Text.Length > 0 && schoolBreaks.Text.Length > 0
            ? WorkCalendar.Read(sweden, schoolBreaks, mistakes) : null;
        if (calendar is null || mistakes.Count > 0)
        {
            return null;
        }

        var days = new DateInterval(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
        var busy = new BusyFile(days, Fetch, mistakes);
        var input = new YearInput(year, collaborations, calendar)
        {
            People = [.. Folder.People.SelectMany(list =>
                Read(list, mistakes, (file, text) => PeopleReader.Read(file, text, collaborations, mistakes)))],
            Given = Read(Dates, mistakes, (file, text) => GivenDates.Read(file, text, collaborations, mistakes)),
            Busy = Read(Busy, mistakes, busy.Read),
            Rooms = [.. busy.Owners.Where(who => !who.Contains('@'))],
            Today = today,
        };
        mistakes.AddRange(YearCheck.Mistakes(input));
        mistakes.AddRange(BusyDays.Strangers(Busy ?? "", busy.Owners, input));
        return mistakes.Count == 0 ? input : null;
    }

    /// <summary>The collaborations of a folder in the order of their files' names.</summary>
    public IReadOnlyList<Collaboration> ReadCharters(List<Mistake> mistakes)
    {
        if (!Directory.Exists(Folder.Charters))
        {
            mistakes.Add(new Mistake(
                Folder.Charters, 0, "mappen finns inte", "Ange den med --charters eller --config"));
            return [];
        }

        var files = Directory.GetFiles(Folder.Charters).Where(file => Path.GetExtension(file) is ".yaml" or ".yml")
            .Order(StringComparer.Ordinal).ToList();
        mistakes.AddRange(files.GroupBy(file => Slug.Of(Path.GetFileNameWithoutExtension(file)))
            .Where(same => same.Count() > 1)
            .Select(same => new Mistake(same.Last(), 0, $"{same.First()} har samma namn", "Ge filerna olika namn")));
        if (files.Count == 0)
        {
            mistakes.Add(new Mistake(Folder.Charters, 0, "mappen har inga uppdragsbeskrivningar (.yaml)"));
        }

        var readings = files.Select(file => Text(file, mistakes)).Where(read => read.Text.Length > 0)
            .Select(read => CharterReader.Read(read.File, read.Text)).ToList();
        mistakes.AddRange(readings.SelectMany(reading => reading.Mistakes));
        return [.. readings.Select(reading => reading.Collaboration).OfType<Collaboration>()];
    }

    private static IReadOnlyList<T> Read<T>(
        string? file, List<Mistake> mistakes, Func<string, string, IReadOnlyList<T>> read) =>
        file is not null && Text(file, mistakes) is { Text.Length: > 0 } found ? read(file, found.Text) : [];

    private static (string File, string Text) Text(string file, List<Mistake> mistakes)
    {
        try
        {
            return (file, File.ReadAllText(file));
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            var isMissing = away is FileNotFoundException or DirectoryNotFoundException;
            mistakes.Add(new Mistake(file, 0, "filen går inte att läsa", isMissing ? "Den finns inte" : null));
            return (file, "");
        }
    }
}
