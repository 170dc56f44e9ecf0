using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Plans.Holidays;
using AnnualCycle.Testing;
using NodaTime;

namespace AnnualCycle.Tests.Calendars.Holidays;

public sealed class HolidayCalendarTests
{
    private static readonly string[] Simba = ["Kungälv", "Stenungsund", "Tjörn", "Orust", "Ale"];
    private static readonly HolidayCalendar Calendar = new(Network.Calendar);

    [Fact]
    public void The_storhelger_of_sixteen_years_are_those_of_the_checked_table()
    {
        var golden = Path.Combine(Repository.Root, "tests", "AnnualCycle.Tests", "Calendars", "Holidays",
            "holidays-2020-2035.txt");

        var table = Enumerable.Range(2020, 16).SelectMany(year =>
            HolidayTable.Lines(Calendar, year, StaffingRule.Usual).Prepend($"{year}").Append(""));

        Assert.Equal(File.ReadLines(golden).Where(line => !line.StartsWith('#')).SkipWhile(line => line == ""), table);
    }

    [Theory]
    [InlineData(Holiday.Easter, 2027, "Påsken 2027: fyra lediga dagar i rad, fre 26–mån 29 mars.")]
    [InlineData(Holiday.Walpurgis, 2027, "Valborg och första maj 2027: två lediga dagar i rad, lör 1–sön 2 maj.")]
    [InlineData(Holiday.Ascension, 2027,
        "Kristi himmelsfärd 2027: tre lediga dagar tor 6–sön 9 maj med klämdag fre 7 maj.")]
    [InlineData(Holiday.Whitsun, 2027,
        "Pingst och nationaldagen 2027: två lediga dagar lör 15–sön 16 maj och två lediga dagar lör 5–sön 6 juni.")]
    [InlineData(Holiday.Summer, 2027,
        "Sommaren 2027: vecka 25–33, mån 21 juni–sön 22 augusti, 44 arbetsdagar.")]
    [InlineData(Holiday.Christmas, 2026, "Jul, nyår och trettondag 2026–2027: nio lediga dagar och fem arbetsdagar " +
        "tor 24 december–ons 6 januari, som mest fyra i rad (tor 24–sön 27 december och tor 31 december–sön 3 januari).")]
    [InlineData(Holiday.Walpurgis, 2024, "Valborg och första maj 2024: en ledig dag, ons 1 maj.")]
    public void A_storhelg_is_told_in_one_line(Holiday holiday, int year, string line) =>
        Assert.Equal(line, HolidayText.DaysOff(Calendar.Of(holiday, year)));

    [Fact]
    public void New_year_and_epiphany_belong_to_the_Christmas_before_them()
    {
        var christmas = Calendar.Of(Holiday.Christmas, 2027);

        Assert.Equal(new DateInterval(new LocalDate(2027, 12, 24), new LocalDate(2028, 1, 9)), christmas.Days);
    }

    [Fact]
    public void Whitsun_and_the_national_day_are_one_stretch_when_they_meet()
    {
        var whitsun = Calendar.Of(Holiday.Whitsun, 2022);

        Assert.Equal(3, Assert.Single(whitsun.Stretches).Days.Length);
    }

    [Fact]
    public void The_school_break_beside_a_storhelg_is_told_for_all_its_municipalities_at_once()
    {
        var easter = Calendar.Of(Holiday.Easter, 2027);

        Assert.Equal("Påsklov 29 mars–2 april i alla fem kommuner (ej fastställt).",
            HolidayText.SchoolBreaks(Calendar.SchoolBreaks(easter, Simba), Simba.Length));
    }

    [Fact]
    public void School_breaks_around_Christmas_are_found_on_both_sides_of_new_year_once()
    {
        var christmas = Calendar.Of(Holiday.Christmas, 2026);

        Assert.Equal("jullov", Assert.Single(Calendar.SchoolBreaks(christmas, ["Ale"])).Name);
    }

    [Theory]
    [InlineData(Holiday.Christmas, 2027,
        "Lika många lediga dagar som 2026 och 2028. Längst i rad 2020–2035: fem dagar (2025, 2029, 2031, 2035).")]
    [InlineData(Holiday.Christmas, 2022,
        "En ledig dag färre än 2021, en färre än 2023. Längst i rad 2020–2035: fem dagar (2025, 2029, 2031, 2035).")]
    [InlineData(Holiday.Easter, 2027,
        "Lika många lediga dagar som 2026 och 2028. Längst i rad 2020–2035: fyra dagar (varje år).")]
    [InlineData(Holiday.Summer, 2027, null)]
    public void A_storhelg_is_held_against_the_years_beside_it(Holiday holiday, int year, string? line) =>
        Assert.Equal(line, HolidayText.Compared(HolidayComparison.Of(Calendar, Calendar.Of(holiday, year))));

    [Fact]
    public void The_staffing_days_of_Christmas_stand_in_its_line() => Assert.Equal(
        "Bemanningsdagar lör 26 december och lör 2 januari.",
        HolidayText.Staffing(Calendar.Of(Holiday.Christmas, 2026), StaffingRule.Usual));
}
