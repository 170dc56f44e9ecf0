namespace AnnualCycle.Server.Pages.Subscriptions;

/// <summary>
/// Lets every link be to the address that the administrator has set, whatever host a request names: nobody gets a link
/// mailed that leads to somebody else's server.
/// </summary>
public sealed class PublicAddressFirst(RequestDelegate next, PublicAddress address)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (address.Address is { } set)
        {
            (context.Request.Scheme, context.Request.Host) = (set.Scheme, HostString.FromUriComponent(set));
        }

        return next(context);
    }
}
