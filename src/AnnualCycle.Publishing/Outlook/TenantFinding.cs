using NodaTime;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>Whether something in the tenant is as it should be.</summary>
public enum TenantVerdict
{
    Good, Wrong,

    /// <summary>It could not be looked at, or cannot be known without trying.</summary>
    Unknown,
}

/// <summary>One thing that was looked at in the tenant or around it.</summary>
/// <param name="Text">For the administrator, in Swedish.</param>
public sealed record TenantFinding(TenantVerdict Verdict, string Text)
{
    /// <summary>What to do about it, a line each; what begins with four spaces is a command to run.</summary>
    public IReadOnlyList<string> Advice { get; init; } = [];

    /// <summary>The organiser's mailbox that it is about, in lower case; null for the tenant as a whole.</summary>
    public string? Mailbox { get; init; }

    /// <summary>OK, FEL or OKÄNT.</summary>
    public string Word => Verdict switch { TenantVerdict.Good => "OK", TenantVerdict.Wrong => "FEL", _ => "OKÄNT" };

    public static TenantFinding Good(string text) => new(TenantVerdict.Good, text);

    public static TenantFinding Wrong(string text, params IReadOnlyList<string> advice) =>
        new(TenantVerdict.Wrong, text) { Advice = advice };

    public static TenantFinding Unknown(string text, params IReadOnlyList<string> advice) =>
        new(TenantVerdict.Unknown, text) { Advice = advice };
}

/// <summary>All that was found when the tenant was looked at.</summary>
public sealed record TenantReport(Instant At, IReadOnlyList<TenantFinding> Findings)
{
    /// <summary>True when nothing is wrong; something may be unknown.</summary>
    public bool IsGood => Findings.All(one => one.Verdict != TenantVerdict.Wrong);
}

/// <summary>What was found when this process last looked at the tenant.</summary>
public sealed class TenantHealth
{
    private volatile TenantReport? _latest;

    /// <summary>Null until it has looked, and where Outlook is not set.</summary>
    public TenantReport? Latest
    {
        get => _latest;
        set => _latest = value;
    }
}
