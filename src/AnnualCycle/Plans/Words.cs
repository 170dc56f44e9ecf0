namespace AnnualCycle.Plans;

/// <summary>What the plan's states and kinds are called to users.</summary>
public static class Words
{
    public static string Of(MeetingKind kind) => kind switch
    {
        MeetingKind.Joint => "gemensamt möte",
        MeetingKind.Preparatory => "beredande möte",
        MeetingKind.Given => "beslutat på annat håll",
        _ => "möte",
    };

    public static string Of(MeetingStatus status) => status switch
    {
        MeetingStatus.Draft => "utkast",
        MeetingStatus.Proposed => "föreslaget",
        MeetingStatus.Adopted => "fastställt",
        _ => "inställt",
    };

    public static string Of(RuleStatus status) => status switch
    {
        RuleStatus.Fulfilled => "uppfylld",
        RuleStatus.Short => "för få",
        RuleStatus.Over => "för många",
        _ => "öppen",
    };
}
