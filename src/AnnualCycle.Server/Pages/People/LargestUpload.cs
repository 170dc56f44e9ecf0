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
public sealed class LargestUpload(int bytes) : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    // Who is cut off while sending never reads the answer: so much is heard out and thrown away.
    private const long MostHeardOut = 20_000_000;

    /// <summary>Before the form's own check, which is at 1000.</summary>
    public int Order => 900;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var (request, limit) = (context.HttpContext.Request, context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>());
        if (request.ContentLength > bytes)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
            if (request.ContentLength <= MostHeardOut && limit is { IsReadOnly: false })
            {
                limit.MaxRequestBodySize = MostHeardOut;
                await request.Body.CopyToAsync(Stream.Null, context.HttpContext.RequestAborted);
            }
        }
        else if (limit is { IsReadOnly: false })
        {
            // For who does not say how much comes.
            limit.MaxRequestBodySize = bytes;
        }
    }
}
