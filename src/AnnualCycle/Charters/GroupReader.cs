using AnnualCycle.Phrases;

namespace AnnualCycle.Charters;

/// <summary>Reads one group of a charter file, for one entry when it is expanded.</summary>
internal sealed class GroupReader(
    CharterScope scope, SeatReader seats, IReadOnlyList<string> municipalities, MeetingWork work)
{
    private static readonly Dictionary<string, DatesFrom> DatesFromWords = new()
    {
        ["rules"] = DatesFrom.Rules,
        ["given"] = DatesFrom.Given,
        ["elsewhere"] = DatesFrom.Elsewhere,
    };

    private static readonly string[] About =
        ["handover", "decision", "holidays", "attendance", "booking", "dialogue"];

    private readonly HandlingReader _handling = new(scope);

    public Group Read(CharterMap map)
    {
        map.AllowOnly(
            "id", "name", "aliases", "line", "forEach", "parents", "political",
            "dates", "convener", "secretary", "substitutes", "seats",
            "meeting", "meetings", "prepares", "reports", "tasks",
            "chair", "agenda", "provisions", "holidayCoordination", "questions", "note", "work");
        var id = scope.IdOf(map.Text("id") ?? "");
        var municipality = map.Values.Values.GetValueOrDefault("municipality");
        var substitutes = ReadSubstitutes(map.Map("substitutes"));
        return new Group
        {
            Id = id,
            Name = map.Required("name"),
            Aliases = map.Texts("aliases"),
            Parents = [.. map.Texts("parents").SelectMany(parent => scope.Groups(map, "parents", parent))],
            Municipality = municipality,
            SchoolBreaksOf = municipality is null ? municipalities : [municipality],
            Line = map.Line,
            Political = map.Boolean("political") ?? false,
            Dates = map.Yaml.OneOf("dates", DatesFromWords) ?? DatesFrom.Rules,
            Form = MeetingFormReader.Read(map.Map("meeting"), MeetingForm.Default),
            Seats = seats.All(map, id, substitutes?.Allowed ?? false),
            Substitutes = substitutes,
            Meetings = [.. map.Maps("meetings").Select(ReadMeetings)],
            Prepares = [.. map.Maps("prepares").SelectMany(ReadPreparation)],
            Reports = [.. map.Maps("reports").Select(report => ReadDuty(report, PhraseKind.Report))],
            Tasks = [.. map.Maps("tasks").Select(task => ReadDuty(task, PhraseKind.Window))],
            Work = MeetingWorkReader.Read(map.Map("work"), work),
            Chair = ReadChair(map.Map("chair")),
            HolidayCoordination = HolidayReader.Coordination(map.Map("holidayCoordination"), scope.Document),
            Convener = ReadOffice(map, "convener"),
            Secretary = ReadOffice(map, "secretary"),
            Agenda = [.. map.Maps("agenda").Select(ReadPoint)],
            Provisions = [.. map.Maps("provisions").Select(ReadProvision)],
        };
    }

    public MeetingRule ReadMeetings(CharterMap map)
    {
        map.AllowOnly("id", "when", "line", "page", "purpose", "note", "sameAs", "holidays");
        return ReadRule(map) with { Holidays = HolidayReader.Named(map.Map("holidays")) };
    }

    public MeetingRule ReadRule(CharterMap map) => new(
        Slug.Of(map.Required("id")), map.Source(scope.Document),
        map.Demands("when", PhraseKind.Meetings), map.Text("purpose"));

    private IEnumerable<Preparation> ReadPreparation(CharterMap map)
    {
        map.AllowOnly("for", "when", "line", "page", "note", "lead", "leadIs", "beforeEach");
        var isDefault = map.Text("leadIs") == "default" || !map.Has("lead");
        var lead = LeadReader.Read(map);
        var source = map.Source(scope.Document);
        return scope.Groups(map, "for", map.Required("for"))
            .Select(group => new Preparation(group, lead, isDefault, map.Boolean("beforeEach") ?? true, source));
    }

    private Duty ReadDuty(CharterMap map, PhraseKind kind)
    {
        map.AllowOnly("id", "title", "when", "line", "page", "note", "from", "to", "owner", "sameAs", "due",
            "handledAt", "feeds");
        var parties = new DutyParties(Party(map, "from") ?? Party(map, "owner"), Party(map, "to"));
        return new Duty(
            Slug.Of(map.Required("id")), map.Required("title"), map.Source(scope.Document),
            map.Stated("when", kind), parties, map.Lines("sameAs"))
        {
            Due = map.Has("due") ? map.Demands("due", PhraseKind.Window) : [],
            HandledAt = map.Has("handledAt") ? _handling.Read(map) : null,
            Feeds = map.Has("feeds") ? _handling.Fed(map) : null,
        };
    }

    // A group of this charter by its id, or any other body in words.
    private string? Party(CharterMap map, string key) =>
        map.Text(key) is { } body ? scope.Known(body) is [var only] ? only : body : null;

    private ChairPeriod? ReadChair(CharterMap? map)
    {
        map?.AllowOnly("when", "line", "page", "note", "alternates", "inStepWith", "since", "holds",
            "viceBecomesChair");
        if (map is null)
        {
            return null;
        }

        var months = PhraseKeys.PeriodInMonths(map.Stated("when", PhraseKind.Rotation));
        return new ChairPeriod(months, map.Texts("alternates"),
            Party(map, "inStepWith"), map.Date("since"), map.Source(scope.Document))
        {
            Holds = Holder(map),
            ViceBecomesChair = map.Boolean("viceBecomesChair") ?? false,
        };
    }

    private static string? Holder(CharterMap map)
    {
        var (holder, all) = (map.Text("holds"), map.Texts("alternates"));
        if (holder is not null && !all.Contains(holder))
        {
            map.Mistake("holds", $"”{holder}” är ingen av dem som ordförandeskapet växlar mellan",
                Suggestion.Advice(holder, all, $"Välj bland {string.Join(", ", all)}"));
        }

        return holder;
    }

    private Substitutes? ReadSubstitutes(CharterMap? map)
    {
        map?.AllowOnly("allowed", "when", "line", "page", "note");
        return map is null ? null : new Substitutes(map.Boolean("allowed") ?? false, map.Source(scope.Document));
    }

    private Office? ReadOffice(CharterMap map, string key)
    {
        if (map.Yaml[key] is { IsText: true })
        {
            return new Office(map.Text(key) ?? "", Source: null);
        }

        var office = map.Map(key);
        office?.AllowOnly("holder", "when", "line", "page", "note");
        return office is null ? null : new Office(office.Required("holder"), office.Source(scope.Document));
    }

    private static AgendaPoint ReadPoint(CharterMap map)
    {
        map.AllowOnly("text", "line");
        return new AgendaPoint(map.Required("text"), map.Line);
    }

    private Provision ReadProvision(CharterMap map)
    {
        map.AllowOnly("about", "text", "with", "when", "line", "page", "note");
        var about = map.Required("about");
        if (about.Length > 0 && !About.Contains(about))
        {
            map.Mistake("about", $"”{about}” är inget känt ord här",
                Suggestion.Advice(about, About, $"Välj bland {string.Join(", ", About)}"));
        }

        return new Provision(about, map.Required("text"), Party(map, "with"), map.Source(scope.Document));
    }
}
