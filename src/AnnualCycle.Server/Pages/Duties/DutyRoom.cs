using AnnualCycle.Plans;
using AnnualCycle.Publishing;
using AnnualCycle.Publishing.Duties;
using AnnualCycle.Publishing.Invitations;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Duties;
using NodaTime;

namespace AnnualCycle.Server.Pages.Duties;

/// <summary>What somebody sends of a duty from a page.</summary>
/// <param name="Uid">The deadline's UID.</param>
/// <param name="Done">"klart", "behovs-inte" or "oppna".</param>
/// <param name="Link">Where it can be read; empty for none.</param>
public sealed record DutyForm(string? Uid, string? Done, string? Link, string? Said);

/// <summary>Reads what is due and takes what people say of it, for whichever page they say it on.</summary>
public sealed class DutyRoom(Database database, DutyDesk desk, TimeProvider time)
{
    public const string Settled = "klart", NotNeeded = "behovs-inte", Open = "oppna";

    public Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public LocalDate Today => SwedishTime.DayOf(Now);

    public async Task<DutyLists> ReadAsync(CancellationToken cancel)
    {
        await using var context = database.Open();
        var guests = await GuestList.ReadAsync(context, cancel);
        return new DutyLists(await DutyBook.ReadAsync(context, guests.Collaborations, Today, cancel),
            await Answerable.ReadAsync(context, guests.Collaborations, Today, cancel), Today);
    }

    /// <returns>What was done, or why not, in words; null when the form says nothing that can be done.</returns>
    public async Task<(bool IsDone, string Text)?> TakeAsync(
        DutyItem item, DutyForm form, string who, CancellationToken cancel)
    {
        var (link, said) = (form.Link?.Trim() ?? "", form.Said?.Trim() ?? "");
        if (link.Length > 0 && !DutyDesk.IsLink(link))
        {
            return (false, $"”{link}” är ingen adress på webben. Skriv hela adressen, https://…, eller lämna rutan tom.");
        }

        if (said.Length > DutyDesk.MostCharacters)
        {
            return (false, $"Det som du vill tillägga får vara högst {DutyDesk.MostCharacters} tecken.");
        }

        if (!item.CanBeSettled)
        {
            return null;
        }

        switch (form.Done)
        {
            case Settled or NotNeeded:
                var state = form.Done == Settled ? HandedInState.Done : HandedInState.NotNeeded;
                await desk.SettleAsync(item, new SettledWord(state, who, link.Length > 0 ? link : null, said.Length > 0 ? said : null), Now, cancel);
                return (true, state == HandedInState.Done ? $"Klart: {item.Deadline.Title}." : $"Behövs inte: {item.Deadline.Title}.");
            case Open:
                await desk.ReopenAsync(item, who, Now, cancel);
                return (true, $"Inte klart än: {item.Deadline.Title}.");
            default:
                return null;
        }
    }
}

/// <summary>What is due, who answers for it, and what to call them.</summary>
public sealed record DutyLists(DutyBook Book, Answerable Who, LocalDate Today)
{
    /// <summary>Days ahead that are shown as coming; what is later is a list of its own.</summary>
    private const int Soon = 60;

    // Done long ago is nobody's question on a page.
    private const int Lately = 90;

    public IReadOnlyDictionary<string, string> Names { get; } = Book.Collaborations.SelectMany(own =>
        own.Groups.Select(group => (group.Id, group.Name)).Append((own.Id, own.Name))).DistinctBy(own => own.Id).ToDictionary();

    /// <summary>In parts with a heading each; those without anything in them are left out.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<DutyView> Duties)> Parts(Func<DutyItem, bool> which)
    {
        var all = Book.All.Where(which).Select(View).OrderBy(own => own.Item.Deadline.Due ?? LocalDate.MaxIsoValue)
            .ThenBy(own => own.Item.Deadline.Title, StringComparer.Ordinal).ToList();
        // What came by itself has come: nobody is late with it.
        var open = all.Where(own => own.Item.Settled is null && !own.Item.IsOver(Today)).ToList();
        (string, IReadOnlyList<DutyView>)[] parts =
        [
            ("Försenat", [.. open.Where(own => own.Status == DutyStatus.Late)]),
            ("Snart", [.. open.Where(own => own.Item.Deadline.Due >= Today && own.Item.Deadline.Due <= Today.PlusDays(Soon))]),
            ("Senare", [.. open.Where(own => own.Item.Deadline.Due > Today.PlusDays(Soon))]),
            ("Utan dag", [.. open.Where(own => own.Item.Deadline.Due is null)]),
            ("Klart", [.. all.Where(own => own.Item.Settled is { } done && SwedishTime.DayOf(done.At) >= Today.PlusDays(-Lately)).Reverse()]),
        ];
        return [.. parts.Where(part => part.Item2.Count > 0)];
    }

    public DutyView View(DutyItem item) => new(item, item.StatusOn(Today), Who.For(item))
    {
        Group = NameOf(item.Deadline.Group), To = item.Deadline.To is { } to ? NameOf(to) : null,
        From = item.Deadline.From is { } from ? NameOf(from) : null,
    };

    /// <summary>Whether somebody answers for it.</summary>
    public bool IsOf(DutyItem item, string email) => Who.For(item).Any(person => person.Email == email);

    private string NameOf(string id) => Names.GetValueOrDefault(id, id);
}

/// <summary>A duty as a page shows it.</summary>
/// <param name="Owners">Those who answer for it.</param>
public sealed record DutyView(DutyItem Item, DutyStatus Status, IReadOnlyList<AnswerablePerson> Owners)
{
    public required string Group { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    /// <summary>"Försenat", "Påmint", "Klart 3 maj".</summary>
    public string StatusText => Status switch
    {
        DutyStatus.Delivered => $"Klart {SwedishDates.Day(SwedishTime.DayOf(Item.Settled!.At))}",
        DutyStatus.NotNeeded => "Behövs inte",
        DutyStatus.Late => "Försenat",
        DutyStatus.Reminded => "Påmint",
        DutyStatus.Undated => "Ingen dag bestämd",
        _ => "Kommande",
    };
}
