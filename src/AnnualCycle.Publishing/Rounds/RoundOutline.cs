using AnnualCycle.Plans;

namespace AnnualCycle.Publishing.Rounds;

/// <summary>What somebody wants: that a collaboration's members are asked about a year's proposed dates.</summary>
/// <param name="Until">The last day on which they answer.</param>
/// <param name="Who">Who asks, for the audit log.</param>
public sealed record RoundOrder(string Collaboration, int Year, NodaTime.LocalDate Until, string Who)
{
    /// <summary>True to ask once more, about what is new to each since the rounds before.</summary>
    public bool IsAgain { get; init; }
}

/// <summary>Why a round is not started.</summary>
public enum RoundRefusal
{
    /// <summary>The year has not been proposed.</summary>
    NotProposed,

    /// <summary>The year is adopted: there is nothing to ask any more.</summary>
    Adopted,

    /// <summary>One is going on already.</summary>
    GoesOn,

    /// <summary>Everybody has been asked; only what is new may be asked about.</summary>
    AskedBefore,

    /// <summary>Nobody has been asked yet, so nothing can be asked again.</summary>
    NeverAsked,

    /// <summary>A draft may still change the dates that would be asked about.</summary>
    DraftWaits,

    /// <summary>The last day has passed, is today, or is more than half a year away.</summary>
    WrongDay,

    /// <summary>Nobody has a seat in a group with a date to come, or nobody has one that is new.</summary>
    NobodyToAsk,
}

/// <summary>Somebody who is to be asked, with the dates.</summary>
/// <param name="Email">In lower case.</param>
/// <param name="Dates">In order, each with the groups by which the person is asked to it.</param>
public sealed record AskedPerson(string Email, string Name, IReadOnlyList<AskedDate> Dates);

/// <summary>A proposed meeting to which a person is asked.</summary>
/// <param name="Groups">Full ids of its groups in which the person has a seat.</param>
public sealed record AskedDate(PlannedMeeting Meeting, IReadOnlyList<string> Groups);

/// <summary>A round before it is started: whom it would ask about what.</summary>
/// <param name="Number">Which of the year's rounds it is.</param>
public sealed record RoundOutline(RoundOrder Order, int Number, IReadOnlyList<AskedPerson> Persons)
{
    /// <summary>Null when it can be started.</summary>
    public RoundRefusal? Refusal { get; init; }

    /// <summary>What the collaboration is called.</summary>
    public string Name { get; init; } = "";

    /// <summary>What groups are called, by their ids.</summary>
    public IReadOnlyDictionary<string, string> GroupNames { get; init; } = new Dictionary<string, string>();

    /// <summary>Every meeting that somebody is asked about, in order.</summary>
    public IReadOnlyList<PlannedMeeting> Meetings =>
    [
        .. Persons.SelectMany(person => person.Dates).Select(date => date.Meeting).DistinctBy(meeting => meeting.Uid)
            .OrderBy(meeting => meeting.Date).ThenBy(meeting => meeting.Start),
    ];

    /// <summary>Those to whom no mail can be sent.</summary>
    public IReadOnlyList<AskedPerson> Unreachable =>
        [.. Persons.Where(person => new Mail.Mailbox(person.Email).Wire is null)];

    /// <summary>Why there is no round and what to do about it, in Swedish; null when it can be started.</summary>
    public string? Advice => Refusal switch
    {
        null => null,
        RoundRefusal.NotProposed => $"{Order.Year} är inte föreslaget. Föreslå året först; därefter kan ledamöterna tillfrågas.",
        RoundRefusal.Adopted => $"{Order.Year} är redan fastställt: det finns inget att fråga om.",
        RoundRefusal.GoesOn => "En samrådsrunda pågår redan. Stäng den innan en ny börjar.",
        RoundRefusal.AskedBefore =>
            "Ledamöterna har redan tillfrågats. En ny runda kan bara fråga om de datum som är nya för var och en.",
        RoundRefusal.NeverAsked => "Ingen har tillfrågats ännu. Starta en första runda.",
        RoundRefusal.DraftWaits => "Ett utkast väntar: publicera eller kasta utkastet först.",
        RoundRefusal.WrongDay => "Sista svarsdag ska vara tidigast i morgon och högst ett halvår bort.",
        _ => Order.IsAgain ? "Inga datum är nya för någon sedan förra rundan."
            : "Ingen ledamot har en plats i en grupp med kommande föreslagna möten.",
    };
}
