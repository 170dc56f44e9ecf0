namespace AnnualCycle.Calendars.Holidays;

/// <summary>What the storhelger are called in files, addresses and sentences.</summary>
public static class HolidayNames
{
    private static readonly Dictionary<Holiday, (string Id, string Name, string Title)> Names = new()
    {
        [Holiday.Easter] = ("pask", "påsk", "Påsken"),
        [Holiday.Walpurgis] = ("valborg", "valborg och första maj", "Valborg och första maj"),
        [Holiday.Ascension] = ("kristi-himmelsfard", "Kristi himmelsfärd", "Kristi himmelsfärd"),
        [Holiday.Whitsun] = ("pingst", "pingst och nationaldagen", "Pingst och nationaldagen"),
        [Holiday.Midsummer] = ("midsommar", "midsommar", "Midsommar"),
        [Holiday.Summer] = ("sommar", "sommaren", "Sommaren"),
        [Holiday.AllSaints] = ("alla-helgon", "alla helgons dag", "Alla helgons dag"),
        [Holiday.Christmas] = ("jul", "jul, nyår och trettondag", "Jul, nyår och trettondag"),
    };

    /// <summary>In the order of the year.</summary>
    public static IReadOnlyList<Holiday> All { get; } = [.. Enum.GetValues<Holiday>()];

    /// <summary>By the id that files and addresses have: <c>pask</c>.</summary>
    public static IReadOnlyDictionary<string, Holiday> ById { get; } = All.ToDictionary(Id);

    public static string Id(Holiday holiday) => Names[holiday].Id;

    /// <summary>As it stands in a sentence: "inför påsk".</summary>
    public static string Name(Holiday holiday) => Names[holiday].Name;

    /// <summary>As it stands in an English sentence.</summary>
    public static string English(Holiday holiday) => holiday switch
    {
        Holiday.Easter => "Easter",
        Holiday.Walpurgis => "Walpurgis and the first of May",
        Holiday.Ascension => "Ascension Day",
        Holiday.Whitsun => "Whitsun and the National Day",
        Holiday.Midsummer => "Midsummer",
        Holiday.Summer => "the summer",
        Holiday.AllSaints => "All Saints' Day",
        _ => "Christmas, New Year and Epiphany",
    };

    /// <summary>As a line begins, with its year: "Påsken 2027", "Jul, nyår och trettondag 2026–2027".</summary>
    public static string Title(Holiday holiday, int year) => holiday == Holiday.Christmas
        ? $"{Names[holiday].Title} {year}–{year + 1}"
        : $"{Names[holiday].Title} {year}";
}
