using System.Text.RegularExpressions;

namespace AnnualCycle.Publishing.Mail.Submission;

/// <summary>What the server answers to a command (RFC 5321, 4.2).</summary>
/// <param name="Lines">Without their codes.</param>
internal sealed partial record SubmissionReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsGood => Code is >= 200 and < 300;

    /// <summary>It says so for good.</summary>
    public bool IsFinal => Code is >= 500 and < 600;

    /// <summary>4xx: it may say otherwise later.</summary>
    public bool IsPassing => Code is >= 400 and < 500;

    /// <summary>The server hangs up.</summary>
    public bool IsGoodbye => Code == 421;

    /// <summary>RFC 2034: null when there is none, or one that contradicts the code.</summary>
    public string? Status => EnhancedStatus().Match(Lines[0]) is { Success: true } found
        && found.Value[0] == '0' + (Code / 100) ? found.Value : null;

    [GeneratedRegex(@"^[245]\.\d{1,3}\.\d{1,3}(?=\s|\z)")]
    private static partial Regex EnhancedStatus();
}
