using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Server.Jobs;

namespace AnnualCycle.Server.Service;

/// <summary>Puts what speaks with the tenant into the service; nothing of it where Outlook is not set.</summary>
internal static class OutlookRegistration
{
    public static void AddOutlook(this IServiceCollection services, Installation installation, TimeProvider time)
    {
        services.AddSingleton<TenantHealth>();
        if (installation.Options.Outlook is { } own)
        {
            services.AddSingleton(_ => new OutlookTenant(own.Access, time));
            services.AddSingleton<OutlookBusy>().AddSingleton<TenantDesk>().AddHostedService<OutlookWork>();
        }
    }
}
