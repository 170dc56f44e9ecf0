using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AnnualCycle.Server.Tests.SignIn;

/// <summary>One address of the service with what it demands, as the service itself routes it.</summary>
/// <param name="Role">Null for one that nobody has marked.</param>
/// <param name="Takes">True for a page with forms.</param>
/// <param name="IsPage">False for a file, which is got and never sent to.</param>
internal sealed record Route(string Pattern, Role? Role, bool Takes, bool IsPage)
{
    private static readonly Dictionary<string, string> Values = new()
    {
        ["code"] = "404", ["year"] = "2027", ["token"] = "ingen", ["provider"] = "ingen", ["person"] = "ingen",
        ["meeting"] = "inget", ["kind"] = "invites",
        ["*path"] = "ingen/sådan/sida/alls",
    };

    public static IReadOnlyList<Route> All(IServiceProvider services) =>
    [
        .. services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(Of).Distinct().OrderBy(route => route.Role).ThenBy(route => route.Pattern, StringComparer.Ordinal),
    ];

    /// <summary>The address, with a group and its collaboration in it where it names them.</summary>
    public string At(string group) => string.Concat(Pattern.Split('{', '}').Select((part, index) =>
        index % 2 == 0 ? part : ValueOf(part.Split(':')[0], group)));

    /// <summary>Whether the address is a collaboration's or a group's.</summary>
    public bool IsSomebodys => Pattern.Contains("{collaboration", StringComparison.Ordinal);

    public bool IsOfGroup => Pattern.Contains("{group", StringComparison.Ordinal);

    private static string ValueOf(string name, string group) => name switch
    {
        "collaboration" => group.Split('/')[0],
        "group" => group.Split('/')[1],
        _ => Values[name],
    };

    private static Route Of(RouteEndpoint endpoint)
    {
        var page = endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>();
        return new("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), endpoint.Metadata.GetMetadata<AllowedFor>()?.Role,
            page?.HandlerMethods.Any(method => HttpMethods.IsPost(method.HttpMethod)) == true, page is not null);
    }
}
