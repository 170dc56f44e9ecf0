using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Storage.Access;

/// <summary>
/// Keeps the keys of forms and cookies, so that all nodes have the same ones and a restart ends nothing. Not
/// asynchronous, as the key ring that asks is not.
/// </summary>
public sealed class ProtectionKeys(Database database)
{
    public IReadOnlyList<string> All()
    {
        using var context = database.Open();
        return [.. context.ProtectionKeys.AsNoTracking().OrderBy(key => key.Name).Select(key => key.Content)];
    }

    public void Keep(string name, string content)
    {
        using var context = database.Open();
        if (context.ProtectionKeys.Find(name) is { } known)
        {
            known.Content = content;
        }
        else
        {
            context.ProtectionKeys.Add(new ProtectionKey { Name = name, Content = content });
        }

        context.SaveChanges();
    }
}
