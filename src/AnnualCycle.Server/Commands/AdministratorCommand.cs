using System.CommandLine;
using AnnualCycle.Server.Commands.PlanLife;
using AnnualCycle.Server.SignIn;

namespace AnnualCycle.Server.Commands;

/// <summary><c>annualcycle administrator</c>: a link to become the first administrator, while there is none.</summary>
internal static class AdministratorCommand
{
    public static Command Create(TimeProvider time) => new OpenDatabase(time).Serve(
        new Command("administrator", "Skriver en länk för att bli den första administratören"),
        async (_, opened, cancel) =>
        {
            if (await FirstAdministrator.LinkAsync(opened.Installation, opened.Now, cancel) is not { } link)
            {
                return Told.Mistake("Det finns redan en administratör. Fler läggs till under Roller på webben, eller med "
                    + "annualcycle roles give.");
            }

            Console.WriteLine(link);
            Console.Error.WriteLine("Länken fungerar en gång, inom 30 minuter.");
            return 0;
        });
}
