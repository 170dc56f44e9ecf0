using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace AnnualCycle.Testing.Graph;

/// <summary>Somebody asked to a meeting, and the answer in the organiser's copy.</summary>
public sealed record ExchangeAttendee(string Address, string Name, string Type)
{
    /// <summary>none, accepted, declined or tentativelyAccepted.</summary>
    public string Response { get; init; } = "none";

    public Instant? AnsweredAt { get; init; }
}

/// <summary>An entry in a mailbox's calendar, as it stood when it was asked for.</summary>
public sealed record ExchangeEvent
{
    public required string Mailbox { get; init; }

    /// <summary>The immutable id.</summary>
    public required string Id { get; init; }

    /// <summary>The id that a client gets that asked for no immutable one; gone when the entry moves.</summary>
    public required string MovingId { get; init; }

    /// <summary>The address of whoever calls the meeting; the mailbox's own, but for meetings of others.</summary>
    public required string Organizer { get; init; }

    public string? TransactionId { get; init; }
    public string Subject { get; init; } = "";

    /// <summary>HTML, as Exchange gives it back: wrapped, with the join information of an online meeting.</summary>
    public string Body { get; init; } = "";

    public string Place { get; init; } = "";
    public required Instant Start { get; init; }
    public required Instant End { get; init; }
    public string StartZone { get; init; } = "UTC";
    public string EndZone { get; init; } = "UTC";
    public ImmutableList<ExchangeAttendee> Attendees { get; init; } = [];

    /// <summary>Extended properties by id.</summary>
    public ImmutableDictionary<string, string> Properties { get; init; } =
        ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Everything else that was sent, as it was sent: importance, showAs, isReminderOn …</summary>
    public ImmutableDictionary<string, JsonElement> Others { get; init; } =
        ImmutableDictionary.Create<string, JsonElement>(StringComparer.Ordinal);

    public bool IsOnlineMeeting { get; init; }
    public string? JoinUrl { get; init; }
    public required Instant CreatedAt { get; init; }
    public required Instant ChangedAt { get; init; }

    /// <summary>Counts the changes; changeKey and etag follow it.</summary>
    public int Version { get; init; } = 1;

    /// <summary>In Deleted Items: cancelled or deleted.</summary>
    public bool IsDeleted { get; init; }

    public string ChangeKey => Key(string.Create(CultureInfo.InvariantCulture, $"{Id}/{Version}"), 16) + "==";
    public string ETag => $"W/\"{ChangeKey}\"";
    public string ICalUId => "040000008200E00074C5B7101A82E008" + Convert.ToHexString(Hash(Id))[..48];

    internal int LookUpsToMiss { get; init; }
    internal int ReadsToMiss { get; init; }
    internal Instant SeenFrom { get; init; }
    internal int ReadsToJoinUrl { get; init; }

    public string? Property(string id) => Properties.GetValueOrDefault(id);

    /// <summary>Whom a mail about the meeting goes to: all attendees but the organiser.</summary>
    internal IEnumerable<ExchangeAttendee> Guests =>
        Attendees.Where(attendee => !Same(attendee.Address, Organizer));

    internal ExchangeEvent Changed(Instant at) => this with { Version = Version + 1, ChangedAt = at };

    internal static bool Same(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    // Safe in a path and case-sensitive, as Graph's own are.
    internal static string NewId(string kind, string mailbox, int number) =>
        $"{kind}{Key(string.Create(CultureInfo.InvariantCulture, $"{kind}{mailbox}#{number}"), 30)}=";

    private static string Key(string text, int bytes) =>
        Convert.ToBase64String(Hash(text)[..bytes]).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
