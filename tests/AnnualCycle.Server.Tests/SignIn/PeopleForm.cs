using System.Net;
using System.Text.RegularExpressions;

namespace AnnualCycle.Server.Tests.SignIn;

/// <summary>What the page with a list's changes hides in its second form, as a browser sends it back.</summary>
internal static class PeopleForm
{
    public static (string, string)[] Fields(string page) =>
    [
        .. ((string[])["content", "fileName", "seen"]).Select(name => (name, WebUtility.HtmlDecode(
            Regex.Match(page, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value))),
    ];
}
