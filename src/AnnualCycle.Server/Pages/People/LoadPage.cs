using AnnualCycle.Plans.Load;
using AnnualCycle.Server.Pages.Years;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Server.Years;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AnnualCycle.Server.Pages.People;

/// <summary>Who sits in many groups, and how the meetings of a year fall on them.</summary>
public abstract class LoadPage(PeopleDesk desk, YearsInForce years, PersonKeys keys) : PageModel
{
    /// <summary>So many are drawn; the table has all.</summary>
    private const int Drawn = 30;

    public YearLoad Load { get; private set; } = null!;

    public YearSwitch Switch { get; private set; } = null!;

    public string Picture => LoadPicture.Persons(Load with { Persons = [.. Load.Persons.Take(Drawn)] });

    public bool IsCut => Load.Persons.Count > Drawn;

    public string KeyOf(string email) => keys.Of(email);

    /// <summary>Id of the one collaboration whose people are shown, with all their meetings; null for everybody.</summary>
    public abstract string? Only { get; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "ar")] int? asked, CancellationToken cancel)
    {
        var known = years.Years;
        var wanted = asked is { } year && known.Contains(year) ? year : known.DefaultIfEmpty().Max();
        if (years.Of(wanted) is not { } published || (Only is { } one && desk.Find(one) is null))
        {
            return NotFound();
        }

        var people = await desk.PeopleAsync(cancel);
        var own = people.Where(person => Only is null || person.Collaboration == Only)
            .Select(person => person.Email).ToHashSet();
        Load = YearLoad.Of(published.Plan, desk.Collaborations, desk.CountedBy(
            HttpContext.Viewer()!, people.Where(person => own.Contains(person.Email))));
        Switch = new YearSwitch($"{(Only is null ? "" : $"/{Only}")}/personer/belastning", known, wanted);
        return Page();
    }
}
