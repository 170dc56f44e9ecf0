using System.Text.Json;

namespace AnnualCycle.Planning;

// Over 60 lines because it is the file format itself: one method for each kind of thing that stands in it.

/// <summary>Goes through a problem file, value by value, and collects every mistake on the way.</summary>
internal sealed class ProblemReader(string file)
{
    /// <summary>Beyond this the sums of a year no longer fit where the search keeps them.</summary>
    private const int MostPoints = 1_000_000;

    private const int MinutesOfDay = 24 * 60;

    private readonly List<Mistake> mistakes = [];
    private int days = 365;

    public IReadOnlyList<Mistake> Mistakes => mistakes;

    public PlanningProblem Read(JsonPlace root)
    {
        RequireFormat(root);
        days = Number(root, "days", 365, 366);
        var calendars = Each(root, "calendars", Calendar);
        var resources = Each(root, "resources", Person);
        var chains = Each(root, "chains", place => Chain(place, calendars.Count, resources.Count));
        return new PlanningProblem
        {
            Name = Text(root, "name"),
            Year = Number(root, "year", 1583, 9999),
            Days = days,
            FirstWeekday = Number(root, "firstWeekday", 0, 6),
            Buffer = Number(root, "buffer", 0, MinutesOfDay),
            Weights = Weighing(root),
            Calendars = calendars,
            Resources = resources,
            Chains = chains,
            Links = Each(root, "links", place => Link(place, chains)),
        };
    }

    private void RequireFormat(JsonPlace root)
    {
        var format = Text(root, "format");
        if (format is not (ProblemFile.First or ProblemFile.Second) && mistakes.Count == 0)
            Add(Member(root, "format") ?? root, $"Formatet ”{format}” är okänt",
                $"Skriv {ProblemFile.First} eller {ProblemFile.Second}");
    }

    private Weights Weighing(JsonPlace root)
    {
        var place = Member(root, "weights") ?? root;
        return new(Number(place, "medium", 0, MostPoints), Number(place, "sameDay", 0, MostPoints),
            Number(place, "weekLoad", 0, MostPoints));
    }

    private PlanningCalendar Calendar(JsonPlace place)
    {
        var cost = Numbers(place, "cost", PlanningCalendar.Closed, MostPoints);
        if (cost.Count != days && place.Members.ContainsKey("cost"))
            Add(place, $"Kalendern har {cost.Count} dagar, men året har {days}");
        return new(Text(place, "id"), cost);
    }

    private Resource Person(JsonPlace place) =>
        new(Text(place, "id"), Number(place, "m", 1, 100_000), Number(place, "weekLimit", 0, 1_000),
            Each(place, "busy", Busy));

    private BusyTime Busy(JsonPlace place)
    {
        if (!IsTuple(place, 3, "[dag, från minut, till minut]"))
            return default;
        return new(In(place.Items[0], 0, days - 1), In(place.Items[1], 0, MinutesOfDay),
            In(place.Items[2], 0, 2 * MinutesOfDay));
    }

    private Chain Chain(JsonPlace place, int calendars, int resources)
    {
        var starts = Each(place, "starts", Start);
        if (starts.Count == 0)
            Add(Member(place, "starts") ?? place, "Kedjan har ingen tillåten starttid");
        var weekdays = Numbers(place, "weekday", 0, MostPoints);
        if (weekdays.Count != 5)
            Add(Member(place, "weekday") ?? place, $"Kedjan har kostnad för {weekdays.Count} veckodagar",
                "Skriv fem tal, måndag till fredag");
        return new Chain
        {
            Id = Text(place, "id"),
            Group = Text(place, "group"),
            Calendar = Number(place, "cal", 0, calendars - 1),
            Stack = Optional(place, "stack", -1) is >= 0 and var stack ? stack : null,
            Invitees = Number(place, "invitees", 0, 100_000),
            Resources = Distinct(place, Numbers(place, "res", 0, resources - 1)),
            Duration = Number(place, "dur", 1, MinutesOfDay),
            Starts = starts,
            WeekdayCost = weekdays,
            Gap = Gap(place),
            StabilityDay = Optional(place, "stabDay", 0),
            StabilityTime = Optional(place, "stabTime", 0),
            Occurrences = Each(place, "occ", Occurrence),
            Usual = Member(place, "usual", isRequired: false) is { Kind: not JsonTokenType.Null } usual ? Usual(usual)
                : null,
        };
    }

    private List<int> Distinct(JsonPlace chain, List<int> resources)
    {
        if (resources.Distinct().Count() != resources.Count)
            Add(Member(chain, "res")!, "Samma resurs står två gånger i kedjan");
        return resources;
    }

    private AllowedStart Start(JsonPlace place) =>
        IsTuple(place, 2, "[minut på dygnet, kostnad]")
            ? new(In(place.Items[0], 0, MinutesOfDay - 1), In(place.Items[1], 0, MostPoints))
            : default;

    private GapLaw Gap(JsonPlace chain)
    {
        var place = Member(chain, "gap");
        return place is null
            ? new(1, 0, 0, 0)
            : new(Optional(place, "min", 7, 366), Optional(place, "ideal", 0, 366), Optional(place, "tol", 0, 366),
                Optional(place, "w", 0));
    }

    private UsualSlot Usual(JsonPlace place) => new(
        Optional(place, "weekday", -1, 4) is >= 0 and var weekday ? weekday : null,
        Optional(place, "start", -1, MinutesOfDay - 1) is >= 0 and var start ? start : null,
        Optional(place, "cost", 12));

    private Occurrence Occurrence(JsonPlace place)
    {
        var (from, to) = (Number(place, "from", 0, days - 1), Number(place, "to", 0, days - 1));
        return new Occurrence
        {
            Id = Text(place, "id"),
            From = from,
            To = to,
            Ideal = Number(place, "ideal", -1, days - 1) is >= 0 and var ideal ? ideal : null,
            Tolerance = Number(place, "tol", 0, 366),
            Weight = Number(place, "w", 0, MostPoints),
            SkipMedium = Number(place, "skipM", 0, 20),
            SkipSoft = Number(place, "skipS", 0, MostPoints),
            Place = Number(place, "place", 0, MostPoints),
            Pin = SlotAt(place, "pin"),
            Published = SlotAt(place, "pub"),
            PinFree = SlotAt(place, "pinFree"),
        };
    }

    private Slot? SlotAt(JsonPlace occurrence, string name)
    {
        if (Member(occurrence, name, isRequired: false) is not { Kind: not JsonTokenType.Null } place
            || !IsTuple(place, 2, "[dag, minut på dygnet]"))
            return null;
        return new(In(place.Items[0], 0, days - 1), In(place.Items[1], 0, MinutesOfDay - 1));
    }

    private Link Link(JsonPlace place, List<Chain> chains)
    {
        var (min, max) = (Number(place, "min", -366, 366), Number(place, "max", -366, 366));
        if (min > max)
            Add(place, $"Minsta avståndet {min} är större än det största {max}");
        var (a, b) = (End(place, "a", chains), End(place, "b", chains));
        if (a.Chain == b.Chain)
            Add(place, "Länken går mellan två tillfällen i samma kedja",
                "Kedjans gap säger hur långt isär de ska vara");
        return new(a, b, min, max, Number(place, "ideal", -366, 366), Number(place, "w", 0, MostPoints));
    }

    private OccurrenceAt End(JsonPlace link, string name, List<Chain> chains)
    {
        if (Member(link, name) is not { } place || !IsTuple(place, 2, "[kedja, tillfälle]"))
            return default;
        var chain = In(place.Items[0], 0, chains.Count - 1);
        return new(chain, chain < chains.Count ? In(place.Items[1], 0, chains[chain].Occurrences.Count - 1) : 0);
    }

    private List<T> Each<T>(JsonPlace place, string name, Func<JsonPlace, T> read)
    {
        if (Member(place, name) is not { } list)
            return [];
        if (list.Kind == JsonTokenType.StartArray)
            return [.. list.Items.Select(read)];
        Add(list, "Här ska stå en lista");
        return [];
    }

    private List<int> Numbers(JsonPlace place, string name, int least, int most) =>
        Each(place, name, item => In(item, least, most));

    private bool IsTuple(JsonPlace place, int length, string form)
    {
        if (place.Kind == JsonTokenType.StartArray && place.Items.Count == length)
            return true;
        Add(place, $"Här ska stå {form}");
        return false;
    }

    private string Text(JsonPlace place, string name)
    {
        if (Member(place, name) is { } member)
        {
            if (member.Text is { } text)
                return text;
            Add(member, "Här ska stå en text");
        }
        return "";
    }

    private int Number(JsonPlace place, string name, int least, int most) =>
        Member(place, name) is { } member ? In(member, least, most) : Math.Max(0, least);

    private int Optional(JsonPlace place, string name, int otherwise, int most = MostPoints) =>
        Member(place, name, isRequired: false) is { Kind: not JsonTokenType.Null } member
            ? In(member, Math.Min(0, otherwise), most) : otherwise;

    /// <summary>The number, or when it cannot be used the least that could be, after saying so.</summary>
    private int In(JsonPlace place, int least, int most)
    {
        if (place.Number is { } number && number >= least && number <= most)
            return number;
        var read = place.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture)
            ?? place.Text ?? "inget heltal";
        Add(place, most < least ? $"{read} pekar på något som inte finns"
            : $"{read} är inte ett heltal från {least} till {most}");
        return Math.Max(0, least);
    }

    private JsonPlace? Member(JsonPlace place, string name, bool isRequired = true)
    {
        if (place.Members.TryGetValue(name, out var member))
            return member;
        if (isRequired)
            Add(place, place.Kind == JsonTokenType.StartObject ? $"”{name}” saknas"
                : $"Här ska stå ett objekt med ”{name}”");
        return null;
    }

    private void Add(JsonPlace place, string text, string? advice = null) =>
        mistakes.Add(new(file, place.Line, place.Path.Length == 0 ? text : $"{place.Path}: {text}", advice));
}
