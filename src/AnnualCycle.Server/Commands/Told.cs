using AnnualCycle.Publishing.Messages;
using AnnualCycle.Storage;

namespace AnnualCycle.Server.Commands;

/// <summary>Tells a person at the terminal why something was not done; the exit code is 1 then.</summary>
internal static class Told
{
    public static int Mistake(string text)
    {
        Console.Error.WriteLine(text);
        return 1;
    }

    public static int Mistakes(IEnumerable<Mistake> mistakes)
    {
        foreach (var mistake in mistakes)
        {
            Console.Error.WriteLine(mistake);
        }

        return 1;
    }

    /// <summary>Does the work; trouble with the database or a file is told in words, anything else is a fault of ours.</summary>
    public static async Task<int> OfTrouble(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception error) when (DatabaseTrouble.Of(error) is { } trouble)
        {
            return Mistake(trouble.Text);
        }
        catch (WrongMessagesException wrong)
        {
            return Mistakes(wrong.Mistakes);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Mistake($"En fil kunde inte läsas eller skrivas: {refused.Message}");
        }
    }
}
