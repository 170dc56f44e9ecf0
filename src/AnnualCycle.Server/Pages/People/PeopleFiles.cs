using System.Text;
using AnnualCycle.People;
using AnnualCycle.Publishing.People;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;

namespace AnnualCycle.Server.Pages.People;

/// <summary>Lists of people as files, to be taken in again, and what there is about one person.</summary>
public static class PeopleFiles
{
    public static void MapPeople(this WebApplication app)
    {
        app.MapGet("/personer/lista.csv", (PeopleDesk desk, CancellationToken cancel) => ListAsync(desk, null, cancel))
            .WithMetadata(new AllowedFor(Role.Administrator));
        app.MapGet("/{collaboration:id}/personer/lista.csv",
            (string collaboration, PeopleDesk desk, CancellationToken cancel) => ListAsync(desk, collaboration, cancel))
            .WithMetadata(new AllowedFor(Role.ProcessLeader));
        app.MapGet("/min-sida/uppgifter", (HttpContext context, Database database, CancellationToken cancel) =>
            RecordAsync(context.Viewer()!.Email, database, cancel)).WithMetadata(new AllowedFor(Role.Member));
        app.MapGet("/personer/person/{person}/uppgifter",
            async (string person, PeopleDesk desk, PersonKeys keys, Database database, CancellationToken cancel) =>
                await desk.EmailAsync(email => keys.Of(email) == person, cancel) is { } email
                    ? await RecordAsync(email, database, cancel) : Results.NotFound())
            .WithMetadata(new AllowedFor(Role.Administrator));
    }

    /// <summary>Everything that there is about one person.</summary>
    private static async Task<IResult> RecordAsync(string email, Database database, CancellationToken cancel)
    {
        await using var context = database.Open();
        var record = await PersonRecord.ReadAsync(context, email, cancel);
        return Results.File(Encoding.UTF8.GetBytes(record.ToJson()), "application/json; charset=utf-8", "uppgifter.json");
    }

    private static async Task<IResult> ListAsync(PeopleDesk desk, string? only, CancellationToken cancel)
    {
        if (only is not null && desk.Find(only) is null)
        {
            return Results.NotFound();
        }

        var people = (await desk.PeopleAsync(cancel)).Where(person => only is null || person.Collaboration == only);
        var text = PeopleWriter.Write([.. people], new SeatRegister(desk.Collaborations), ';');
        return Results.File(Encoding.UTF8.GetBytes(text), "text/csv; charset=utf-8", $"personer{(only is null ? "" : $"-{only}")}.csv");
    }
}
