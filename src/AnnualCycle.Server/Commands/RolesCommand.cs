using System.CommandLine;
using AnnualCycle.Server.Commands.PlanLife;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Commands;

/// <summary><c>annualcycle roles</c>: who may do what, and giving and taking it.</summary>
internal static class RolesCommand
{
    public static Command Create(TimeProvider time)
    {
        var command = new Command("roles", "Visar vem som har vilken roll");
        command.Add(Change(time, ("give", "Ger en roll", "är nu"), (grants, wish, cancel) =>
            grants.GiveAsync(wish.Email, wish.Role, wish.Scope, cancel)));
        command.Add(Change(time, ("take", "Tar tillbaka en roll", "är inte längre"), (grants, wish, cancel) =>
            grants.TakeAsync(wish.Email, wish.Role, wish.Scope, cancel)));
        return new OpenDatabase(time).Serve(command, (_, opened, cancel) => ListAsync(opened, cancel));
    }

    private static Command Change(TimeProvider time, (string Name, string Description, string Done) words,
        Func<RoleGrants, RoleWish, CancellationToken, Task<GrantOutcome>> change)
    {
        var email = new Argument<string>("ADDRESS") { Description = "Personens e-postadress" };
        var role = new Argument<string>("ROLE") { Description = "administratör, processledare eller sammankallande" };
        var scope = new Argument<string>("WHERE")
        {
            Description = "Samverkan för en processledare, grupp för en sammankallande", DefaultValueFactory = _ => "",
        };
        return new OpenDatabase(time).Serve(new Command(words.Name, words.Description) { email, role, scope },
            async (result, opened, cancel) =>
            {
                await using var before = opened.Database.Open();
                var scopes = await RoleScopes.ReadAsync(before, cancel);
                var typed = scopes.Read(result.GetValue(email)!, result.GetValue(role)!, result.GetValue(scope)!);
                return typed.Wish is { } wish
                    ? Tell(await opened.Database.ChangeAsync(async context => await change(new RoleGrants(context,
                        Opened.Who, await Database.NotBeforeAsync(context, opened.Now, cancel)), wish, cancel), cancel),
                        $"{wish.Email} {words.Done} {RoleWords.Of(wish.Role, wish.Scope)}")
                    : Told.Mistake(typed.Refusal!);
            });
    }

    private static int Tell(GrantOutcome outcome, string done)
    {
        switch (outcome)
        {
            case GrantOutcome.LastAdministrator:
                return Told.Mistake("Det är den enda administratören. Ge någon annan rollen först.");
            case GrantOutcome.Unchanged:
                Console.Error.WriteLine("Det var redan så. Inget är ändrat.");
                return 0;
            default:
                Console.WriteLine(done);
                return 0;
        }
    }

    private static async Task<int> ListAsync(Opened opened, CancellationToken cancel)
    {
        await using var context = opened.Database.Open();
        var grants = await context.RoleGrants.AsNoTracking().ToListAsync(cancel);
        foreach (var grant in grants.OrderBy(own => own.Role).ThenBy(own => own.Scope, StringComparer.Ordinal)
            .ThenBy(own => own.Email, StringComparer.Ordinal))
        {
            Console.WriteLine($"{grant.Email,-40} {RoleWords.Of(grant.Role, grant.Scope),-50} "
                + $"{Opened.DayOf(grant.Granted)}, {grant.GrantedBy}");
        }

        return 0;
    }
}
