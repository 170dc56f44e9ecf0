using NodaTime;

namespace AnnualCycle.Phrases.Words;

/// <summary>Months, weekdays and seasons by their Swedish names.</summary>
internal static class CalendarWords
{
    private static readonly string[] Months =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
        "december"];

    // "jul" is Christmas and "mar" may be a surname: such short forms count only where a month was just named (see
    // MonthAfter).
    private static readonly Dictionary<string, int> Short = new()
    {
        ["jan"] = 1, ["feb"] = 2, ["febr"] = 2, ["apr"] = 4, ["jun"] = 6, ["aug"] = 8, ["sep"] = 9, ["sept"] = 9,
        ["okt"] = 10, ["nov"] = 11, ["dec"] = 12,
    };

    private static readonly string[] Weekdays = ["måndag", "tisdag", "onsdag", "torsdag", "fredag"];

    public static IEnumerable<string> MonthNames => Months;

    public static IEnumerable<string> WeekdayNames => Weekdays.Concat(Weekdays.Select(day => day + "en"));

    public static int? Month(Sentence s, int i)
    {
        var word = s[i].Text;
        var stem = word.Length > 4 && word.EndsWith('s') && word != "mars" ? word[..^1] : word;
        var whole = Array.IndexOf(Months, stem);
        return !s.Is(i, TokenKind.Word) ? null
            : whole >= 0 ? whole + 1
            : Short.TryGetValue(word, out var n) ? n : OfMeeting(word);
    }

    /// <summary>A month named right after another, where "jul" and "mar" too are months.</summary>
    public static int? MonthAfter(Sentence s, int i) => s.Is(i, "jul") ? 7 : s.Is(i, "mar") ? 3 : Month(s, i);

    /// <summary>"måndagen", "måndag", "måndagar"; genitives too.</summary>
    public static IsoDayOfWeek? Weekday(Sentence s, int i)
    {
        for (var day = 0; day < Weekdays.Length && s.Is(i, TokenKind.Word); day++)
        {
            if (s[i].Text.StartsWith(Weekdays[day], StringComparison.Ordinal)
                && s[i].Text.Length <= Weekdays[day].Length + 5)
            {
                return (IsoDayOfWeek)(day + 1);
            }
        }

        return null;
    }

    /// <summary>Last day of the month; 28 for February, which is a deadline that holds every year.</summary>
    public static int LastDay(int month) => CalendarSystem.Iso.GetDaysInMonth(2001, month);

    // "januarimötet", "majmötet"
    private static int? OfMeeting(string word)
    {
        for (var month = 0; month < Months.Length; month++)
        {
            var rest = word.StartsWith(Months[month], StringComparison.Ordinal) ? word[Months[month].Length..] : "";
            if (rest is "möte" or "mötet" or "sammanträdet" or "sammanträde")
            {
                return month + 1;
            }
        }

        return null;
    }
}
