using AnnualCycle.Yaml;

namespace AnnualCycle.Charters;

/// <summary>A charter file being read: first what can be referred to, then everything else.</summary>
internal sealed class CharterFile
{
    private static readonly Dictionary<string, bool> Addresses = new() { ["own"] = false, ["all"] = true };

    private static readonly Dictionary<string, bool> Adopted = new() { ["invites"] = true, ["summary"] = false };

    private static readonly Dictionary<string, bool> SameDay = new() { ["neutral"] = false, ["avoided"] = true };

    private readonly string _id;
    private readonly CharterMap _map;
    private readonly CharterScope _scope;
    private readonly Expansion _expansion;
    private readonly SeatReader _seats;

    public CharterFile(string id, YamlMap yaml)
    {
        _id = id;
        _map = new CharterMap(yaml, Placeholders.None);
        _scope = new CharterScope(id, _map.Map("charter")?.Text("document") ?? "");
        _expansion = new Expansion(ReadLists());
        _seats = new SeatReader(_scope, _expansion);
    }

    public Collaboration Read()
    {
        _map.AllowOnly(
            "collaboration", "public", "sameDay", "municipalities", "lists",
            "seats", "charter", "groups", "joint", "agreements", "questions", "invitations", "work", "staffing");
        var entries = _map.Yaml.Maps("groups")
            .SelectMany(group => _expansion.Expand(group, Placeholders.None)).ToList();
        Declare(entries);
        var municipalities = _map.Texts("municipalities");
        var work = _map.Map("work");
        var reader = new GroupReader(_scope, _seats, municipalities, MeetingWorkReader.Read(work, MeetingWork.Default, "booking"));
        var rest = new AgreementReader(_scope, reader);
        var groups = entries.Select(reader.Read).ToList();
        Preparations.RefuseCircles(groups, entries);
        RefuseUnknownReports(groups, entries);
        RuleNames.RefuseDoubles(_map, entries);
        return new Collaboration
        {
            Id = _id,
            File = _map.Yaml.File,
            SameDayAvoided = _map.Yaml.OneOf("sameDay", SameDay) ?? false,
            Invitations = Invitations(_map.Map("invitations")),
            Staffing = HolidayReader.Staffing(_map.Map("staffing")),
            Name = _map.Required("collaboration"),
            Public = _map.Boolean("public") ?? true,
            Municipalities = municipalities,
            Charter = CharterDocumentReader.Read(_map, _scope.Document),
            Groups = groups,
            Booking = MeetingWorkReader.Booking(work),
            Joint = [.. _map.Maps("joint").Select(rest.ReadJoint)],
            Agreements = [.. _map.Maps("agreements").Select(rest.ReadAgreement).OfType<Agreement>()],
            Questions = [.. Questions(_map, null), .. entries.SelectMany(group => Questions(group, GroupIdOf(group)))],
        };
    }

    // invitations: { addresses: all, adopted: summary }
    private static InvitationForm Invitations(CharterMap? map)
    {
        map?.AllowOnly("addresses", "adopted");
        return new InvitationForm(map?.Yaml.OneOf("addresses", Addresses) ?? InvitationForm.Default.ShowsAddresses,
            map?.Yaml.OneOf("adopted", Adopted) ?? InvitationForm.Default.AdoptedByMail);
    }

    private void Declare(List<CharterMap> entries)
    {
        foreach (var (_, seat) in _seats.Own(_map, _id + "/", substitutes: false).ToList())
        {
            _scope.AddSeat(seat);
        }

        foreach (var entry in entries.Where(entry => entry.Yaml.Require("id")))
        {
            if (!_scope.AddGroup(GroupIdOf(entry)))
            {
                entry.Mistake("id", $"två grupper har id ”{entry.Text("id")}”",
                    "Skriv {municipality} eller listans namn i id:t");
            }

            DeclareSeats(entry);
        }
    }

    private void DeclareSeats(CharterMap entry)
    {
        foreach (var (map, seat) in _seats.Own(entry, GroupIdOf(entry) + ".", substitutes: false))
        {
            if (!_scope.AddSeat(seat))
            {
                map.Mistake("seat", $"platsen ”{seat.Name}” står två gånger i gruppen",
                    "Skriv count för flera personer");
            }
        }
    }

    private static void RefuseUnknownReports(List<Group> groups, List<CharterMap> entries)
    {
        var known = groups.SelectMany(group => group.Reports.Select(report => $"{group.Id}/{report.Id}")).ToHashSet();
        foreach (var (group, entry) in groups.Zip(entries))
        {
            foreach (var report in group.Reports.Where(own => own.Feeds is { } fed && !known.Contains(fed)))
            {
                entry.Mistake("reports", $"rapporten ”{report.Feeds}” finns inte",
                    Suggestion.Advice(report.Feeds!, [.. known], "Skriv gruppens id, ett snedstreck och rapportens id"));
            }
        }
    }

    private string GroupIdOf(CharterMap entry) => _scope.IdOf(entry.Text("id") ?? "");

    private Dictionary<string, IReadOnlyList<string>> ReadLists()
    {
        var lists = new Dictionary<string, IReadOnlyList<string>> { ["municipalities"] = _map.Texts("municipalities") };
        foreach (var name in _map.Yaml.Map("lists")?.Keys ?? [])
        {
            lists[name] = _map.Yaml.Map("lists")!.Texts(name);
        }

        return lists;
    }

    private static IEnumerable<CharterQuestion> Questions(CharterMap map, string? group)
    {
        foreach (var question in map.Maps("questions"))
        {
            question.AllowOnly("text", "line", "suggest");
            yield return new CharterQuestion(group, question.Required("text"), question.Line, question.Text("suggest"));
        }
    }
}
