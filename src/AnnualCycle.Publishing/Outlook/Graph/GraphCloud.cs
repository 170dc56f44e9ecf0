namespace AnnualCycle.Publishing.Outlook.Graph;

/// <summary>Microsoft's clouds: an organisation's mailboxes are in one of them.</summary>
public enum GraphCloud
{
    Global, UsGovernment, UsGovernmentDod, China,
}

/// <summary>Where each cloud answers (Graph's page on national cloud deployments).</summary>
public static class GraphClouds
{
    /// <summary>Where its mailboxes are asked.</summary>
    public static Uri Endpoint(this GraphCloud cloud) => new(cloud switch
    {
        GraphCloud.UsGovernment => "https://graph.microsoft.us",
        GraphCloud.UsGovernmentDod => "https://dod-graph.microsoft.us",
        GraphCloud.China => "https://microsoftgraph.chinacloudapi.cn",
        _ => "https://graph.microsoft.com",
    });

    /// <summary>Where its keys are given out.</summary>
    public static Uri Authority(this GraphCloud cloud) => new(cloud switch
    {
        GraphCloud.UsGovernment or GraphCloud.UsGovernmentDod => "https://login.microsoftonline.us",
        GraphCloud.China => "https://login.chinacloudapi.cn",
        _ => "https://login.microsoftonline.com",
    });
}
