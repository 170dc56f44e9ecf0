using AnnualCycle.People;
using AnnualCycle.Plans.Load;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Server.Years;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AnnualCycle.Server.Pages.People;

/// <summary>One person's seats and year, for those who look after a collaboration that the person is in.</summary>
[AllowedFor(Role.ProcessLeader)]
public sealed class PersonModel(PeopleDesk desk, YearsInForce years, PersonKeys keys) : PageModel
{
    private SeatRegister _register = new([]);

    public string Key { get; private set; } = "";

    /// <summary>Those in collaborations that whoever asks looks after; the first one's name is the person's.</summary>
    public IReadOnlyList<Membership> Seats { get; private set; } = [];

    public PersonLoad? Load { get; private set; }

    public int Year { get; private set; }

    public bool IsAdministrator => HttpContext.Viewer()!.IsAdministrator;

    public string Picture => Load is { } load ? LoadPicture.Person(load, Year) : "";

    public string SeatOf(Membership member) => $"{_register.NameOf(member.Seat)}{(member.Substitute ? ", ersättare" : "")}";

    public string HeadOf(Membership member) => _register.HeadOf(member.Seat);

    public string Days(Membership member) => PeopleText.Days(member, desk.Today);

    public async Task<IActionResult> OnGetAsync(string person, CancellationToken cancel)
    {
        var viewer = HttpContext.Viewer()!;
        var own = (await desk.PeopleAsync(cancel)).Where(member => keys.Of(member.Email) == person).ToList();
        (Key, Seats) = (person, [.. own.Where(member => viewer.Is(Role.ProcessLeader, member.Collaboration, null))]);
        if (Seats.Count == 0)
        {
            return NotFound();
        }

        _register = new SeatRegister(desk.Collaborations);
        if (years.All.LastOrDefault() is { } latest)
        {
            Year = latest.Plan.Year;
            Load = YearLoad.Of(latest.Plan, desk.Collaborations, desk.CountedBy(viewer, own)).Persons.FirstOrDefault();
        }

        return Page();
    }
}
