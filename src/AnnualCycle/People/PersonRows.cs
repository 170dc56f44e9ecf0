using AnnualCycle.Charters;
using AnnualCycle.Csv;

namespace AnnualCycle.People;

/// <summary>Reads the rows of one list of people, each against the charters and the rows before it.</summary>
/// <param name="only">The one collaboration that the list is for; null for any.</param>
internal sealed class PersonRows(IReadOnlyList<Collaboration> collaborations, string? only)
{
    // Of a name, an organisation, an address: what mails, pages and calendars carry on their lines.
    private const int Longest = 200;

    private readonly Dictionary<string, Collaboration> _known = collaborations.ToDictionary(own => own.Id);
    private readonly Dictionary<object, (int Line, Membership Person)> _before = [];

    public HashSet<string> Scope { get; } = only is null ? [] : [only];

    public SortedSet<string> LeftOut { get; } = new(StringComparer.Ordinal);

    /// <summary>Null for a row that is wrong, left out, or the same as one before it.</summary>
    public Membership? Read(CsvRow row)
    {
        if (row.Required("collaboration") is not { } name || row.Required("group") is not { } group ||
            row.Required("seat") is not { } seat || Of(row, name) is not { } collaboration)
        {
            return null;
        }

        Scope.Add(collaboration.Id);
        var found = SeatSearch.Find(row, collaboration, group, seat);
        var email = Address(row);
        if (row.Date("from") > row.Date("to"))
        {
            row.Mistake("from är efter to");
        }

        return found is null || email is null ? null : Once(row, new Membership(
            found.Id, row.Required("name") is null ? "" : Text(row, "name")!, email, Text(row, "organisation"),
            row.Boolean("required"), row.Date("from"), row.Date("to"))
        {
            Municipality = Text(row, "municipality"), Substitute = SeatSearch.IsSubstitute(row, collaboration, found),
        });
    }

    // A list may hold more collaborations than are planned now; only what looks like a slip is one.
    private Collaboration? Of(CsvRow row, string name)
    {
        var id = Slug.Of(name);
        if (only is not null && id != only)
        {
            var wanted = _known.GetValueOrDefault(only)?.Name ?? only;
            row.Mistake($"raden hör till ”{name}”, men listan gäller bara {wanted}");
            return null;
        }

        if (_known.TryGetValue(id, out var collaboration))
        {
            return collaboration;
        }

        if (Suggestion.Nearest(id, _known.Keys) is { } nearest)
        {
            row.Mistake($"samverkan ”{name}” finns inte", $"Menade du ”{nearest}”?");
        }

        LeftOut.Add(name);
        return null;
    }

    private Membership? Once(CsvRow row, Membership person)
    {
        if (_before.TryAdd(person.Key, (row.Line, person)))
        {
            return person;
        }

        var (line, before) = _before[person.Key];
        if (before != person)
        {
            row.Mistake($"{person.Name} står redan på samma plats på rad {line}, med andra uppgifter",
                "Ta bort den ena raden");
        }

        return null;
    }

    private static string? Address(CsvRow row)
    {
        var email = row.Required("email") is null ? null : Text(row, "email")?.ToLowerInvariant();
        if (email is null
            || (email.IndexOf('@') is > 0 and var at && at < email.Length - 1 && !email.Any(char.IsWhiteSpace)))
        {
            return email;
        }

        row.Mistake($"”{email}” är ingen e-postadress");
        return null;
    }

    private static string? Text(CsvRow row, string column)
    {
        var text = row.Text(column);
        if (text?.Contains('\uFFFD') is true)
        {
            row.Mistake($"{column} går inte att läsa: listan är inte skriven i UTF-8", "Spara den som ”CSV UTF-8”");
        }
        else if (text?.Length > Longest)
        {
            row.Mistake($"{column} är längre än {Longest} tecken");
        }
        else if (text is not null && UnseenSigns.In(text) is { } sign)
        {
            row.Mistake($"{column} innehåller ett tecken som inte syns ({sign})", "Skriv det på nytt för hand");
        }

        return text;
    }
}
