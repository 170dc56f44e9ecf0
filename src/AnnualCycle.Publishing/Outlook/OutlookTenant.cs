using AnnualCycle.Publishing.Outlook.Graph;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>The organisation's tenant as the service reaches it: one for the whole process, so that its limits hold.</summary>
public sealed class OutlookTenant : IDisposable
{
    // Shorter than the lease of a mailbox even when it is asked twice.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http = GraphClient.Http();

    public OutlookTenant(TenantAccess access, TimeProvider time)
    {
        Access = access;
        Keys = new GraphKeys(() => new TenantCredential(access), access.Scope);
        Graph = new GraphClient(_http, access.Root, Keys, Patience, time);
    }

    public TenantAccess Access { get; }

    public GraphKeys Keys { get; }

    public GraphClient Graph { get; }

    public void Dispose() => _http.Dispose();
}
