namespace AnnualCycle.Server.Tests.Pages;

/// <summary>The addresses that tests walk through.</summary>
internal static class EveryPage
{
    /// <summary>One of each kind, in each state that changes what it shows.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "/", "/?ar=2026", "/simba", "/blekinge?ar=2026", "/sodra-alvsborg",
        "/blekinge/lokal-att-vaxa-upp-karlshamn", "/lgs-goteborg/lgs", "/sodra-alvsborg/styrgrupp",
        "/simba/samordningsgrupp", "/simba/ledningsgrupp/next", "/sodra-alvsborg/au/next", "/storhelger/2027", "/storhelger", "/finns/inte",
    ];

    /// <summary>The first page, and every collaboration, group and next meeting of the plans.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. PublishedNetwork.Years.SelectMany(year => Of(year.Plan)).Distinct(),
    ];

    private static IEnumerable<string> Of(AnnualCycle.Plans.Plan plan)
    {
        var open = plan.Collaborations.Where(collaboration => collaboration.Public).Select(open => open.Id).ToHashSet();
        var groups = plan.Groups.Where(group => open.Contains(group.Collaboration)).Select(group => group.Id).ToList();
        return [
            $"/?ar={plan.Year}",
            .. open.Select(id => $"/{id}?ar={plan.Year}"),
            .. groups.Select(id => $"/{id}?ar={plan.Year}"),
            .. groups.Select(id => $"/{id}/next"),
            $"/storhelger/{plan.Year}",
            $"/arshjul/{plan.Year}.svg",
            .. open.Select(id => $"/arshjul/{plan.Year}/{id}.svg"),
        ];
    }
}
