namespace AnnualCycle.Planning;

/// <summary>Names of what a plan pays for: stable keys in files and in reasons, never shown as they are.</summary>
public static class Terms
{
    public const string Calendar = "calendar";
    public const string Weekday = "weekday";
    public const string Start = "start";
    public const string Usual = "usual";
    public const string Ideal = "ideal";
    public const string Spacing = "spacing";
    public const string Count = "count";
    public const string Lead = "lead";
    public const string SameDay = "sameDay";
    public const string WeekLoad = "weekLoad";
    public const string Stability = "stability";
}
