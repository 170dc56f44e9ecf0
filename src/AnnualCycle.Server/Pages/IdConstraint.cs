namespace AnnualCycle.Server.Pages;

/// <summary>
/// Lets only what can be a collaboration's or a group's id stand in an address, so that files keep theirs.
/// </summary>
internal sealed class IdConstraint : IRouteConstraint
{
    public const string Name = "id";

    private static readonly string[] Files = [".css", ".ico", ".js", ".png", ".svg", ".txt", ".webmanifest", ".xml"];

    public bool Match(
        HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values,
        RouteDirection routeDirection) =>
        values[routeKey] is string { Length: > 0 } id
        && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '.')
        && !Files.Contains(Path.GetExtension(id));
}
