using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AnnualCycle.Server.Pages.People;

/// <summary>
/// Stops what is too large before any of it is read: the host reads a form first and tells a size that is wrong as a form
/// that is.
/// </summary>
/// <param name="bytes">Of the whole request.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LargestUpload(int bytes) : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Before the form's own check, which is at 1000.</summary>
    public int Order => 900;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.Request.ContentLength > bytes)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }
        else if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            // For who does not say how much comes.
            limit.MaxRequestBodySize = bytes;
        }
    }
}
