using NodaTime;

namespace AnnualCycle.Testing.Graph;

/// <summary>How a fault ends a request.</summary>
internal enum FaultEnding
{
    Drop, Status, Unauthorized, Claims, Truncate, HalfJson, Html, HtmlSuccess, Silence,
}

/// <summary>One way in which a request can go wrong between a client and Graph.</summary>
public sealed record GraphFault
{
    private GraphFault(string name, bool acts, FaultEnding ending) => (Name, Acts, Ending) = (name, acts, ending);

    /// <summary>As in <see cref="All"/>: what a test is called by.</summary>
    public string Name { get; }

    /// <summary>Whether Graph does what was asked before the fault.</summary>
    public bool Acts { get; }

    internal FaultEnding Ending { get; }
    internal int Status { get; init; }
    internal Duration? RetryAfter { get; init; }
    internal Action? Meanwhile { get; init; }

    /// <summary>The connection closes and nothing was done.</summary>
    public static GraphFault DropBefore { get; } = new(nameof(DropBefore), false, FaultEnding.Drop);

    /// <summary>Done, and the connection closes without an answer.</summary>
    public static GraphFault DropAfter { get; } = new(nameof(DropAfter), true, FaultEnding.Drop);

    public static GraphFault Status500Before { get; } = Answered(nameof(Status500Before), false, 500);
    public static GraphFault Status504After { get; } = Answered(nameof(Status504After), true, 504);

    /// <summary>No token is valid any longer: a new one has to be asked for.</summary>
    public static GraphFault Unauthorized401 { get; } = new(nameof(Unauthorized401), false, FaultEnding.Unauthorized);

    /// <summary>A token has to be asked for with the claims in WWW-Authenticate.</summary>
    public static GraphFault Claims401 { get; } = new(nameof(Claims401), false, FaultEnding.Claims);

    /// <summary>Done; the connection closes after half of the answer's body. An empty answer comes whole.</summary>
    public static GraphFault Truncated { get; } = new(nameof(Truncated), true, FaultEnding.Truncate);

    /// <summary>Done; half of the body comes as if it were all.</summary>
    public static GraphFault HalfJson { get; } = new(nameof(HalfJson), true, FaultEnding.HalfJson);

    /// <summary>502 with a page of a proxy.</summary>
    public static GraphFault HtmlBefore { get; } = new(nameof(HtmlBefore), false, FaultEnding.Html);

    public static GraphFault HtmlAfter { get; } = new(nameof(HtmlAfter), true, FaultEnding.Html);

    /// <summary>Done; the status of success, with a page instead of JSON.</summary>
    public static GraphFault HtmlOk { get; } = new(nameof(HtmlOk), true, FaultEnding.HtmlSuccess);

    /// <summary>Nothing is done and nothing answered until the client gives up.</summary>
    public static GraphFault TimeoutBefore { get; } = new(nameof(TimeoutBefore), false, FaultEnding.Silence);

    public static GraphFault TimeoutAfter { get; } = new(nameof(TimeoutAfter), true, FaultEnding.Silence);

    public static GraphFault Status429(Duration retryAfter) => Answered(nameof(Status429), false, 429, retryAfter);

    /// <param name="retryAfter">Null: the answer names no time.</param>
    public static GraphFault Status503Before(Duration? retryAfter) =>
        Answered(nameof(Status503Before) + (retryAfter is null ? "Bare" : ""), false, 503, retryAfter);

    public static GraphFault Status503After(Duration? retryAfter) =>
        Answered(nameof(Status503After) + (retryAfter is null ? "Bare" : ""), true, 503, retryAfter);

    /// <summary>Any other answer.</summary>
    public static GraphFault Answer(int status, bool acts = false) => Answered($"Status{status}", acts, status);

    /// <summary>Nothing is done; runs the action, for instance SIGKILL of the client, and closes.</summary>
    public static GraphFault KillBefore(Action kill) =>
        new(nameof(KillBefore), false, FaultEnding.Drop) { Meanwhile = kill };

    /// <summary>Done; runs the action and closes the connection.</summary>
    public static GraphFault KillAfter(Action kill) =>
        new(nameof(KillAfter), true, FaultEnding.Drop) { Meanwhile = kill };

    /// <summary>Every fault but the kills, each under a name of its own.</summary>
    public static IReadOnlyList<GraphFault> All(Duration retryAfter) =>
    [
        DropBefore, DropAfter, Status429(retryAfter), Status503Before(retryAfter), Status503Before(null),
        Status503After(retryAfter), Status503After(null), Status504After, Status500Before, Unauthorized401, Claims401,
        Truncated, HalfJson, HtmlBefore, HtmlAfter, HtmlOk, TimeoutBefore, TimeoutAfter,
    ];

    /// <summary>The one of <see cref="All"/> with this name.</summary>
    public static GraphFault Named(string name, Duration retryAfter) =>
        All(retryAfter).Single(fault => fault.Name == name);

    public override string ToString() => Name;

    private static GraphFault Answered(string name, bool acts, int status, Duration? retryAfter = null) =>
        new(name, acts, FaultEnding.Status) { Status = status, RetryAfter = retryAfter };
}
