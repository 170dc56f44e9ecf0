using System.Text;
using AnnualCycle.People;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage.Access;

namespace AnnualCycle.Server.Pages.People;

/// <summary>Lists of people as files that a spreadsheet opens and that can be taken in again.</summary>
public static class PeopleFiles
{
    public static void MapPeople(this WebApplication app)
    {
        app.MapGet("/personer/lista.csv", (PeopleDesk desk, CancellationToken cancel) => ListAsync(desk, null, cancel))
            .WithMetadata(new AllowedFor(Role.Administrator));
        app.MapGet("/{collaboration:id}/personer/lista.csv",
            (string collaboration, PeopleDesk desk, CancellationToken cancel) => ListAsync(desk, collaboration, cancel))
            .WithMetadata(new AllowedFor(Role.ProcessLeader));
    }

    private static async Task<IResult> ListAsync(PeopleDesk desk, string? only, CancellationToken cancel)
    {
        if (only is not null && desk.Find(only) is null)
        {
            return Results.NotFound();
        }

        var people = (await desk.PeopleAsync(cancel)).Where(person => only is null || person.Collaboration == only);
        var text = PeopleWriter.Write([.. people], new SeatRegister(desk.Collaborations));
        return Results.File(Encoding.UTF8.GetBytes(text), "text/csv; charset=utf-8", $"personer{(only is null ? "" : $"-{only}")}.csv");
    }
}
