using System.CommandLine;
using AnnualCycle.Storage;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Commands.PlanLife;

/// <summary>Which collaboration a command is about: it must be named, so that nobody publishes another's year.</summary>
internal sealed class CollaborationOption
{
    private readonly Option<string> _collaboration = new("--collaboration")
    {
        Description = "Samverkan, till exempel simba", Required = true,
    };

    public void AddTo(Command command) => command.Add(_collaboration);

    /// <summary>Its id; null, and the ones there are told, when it has no plan and no charter.</summary>
    public async Task<string?> FindAsync(ParseResult result, AnnualCycleContext context, CancellationToken cancel)
    {
        var asked = result.GetRequiredValue(_collaboration);
        var known = await context.Charters.Select(charter => charter.Collaboration).Distinct().Order()
            .ToListAsync(cancel);
        if (known.Contains(asked))
        {
            return asked;
        }

        Told.Mistakes([new Mistake("--collaboration", 0, $"samverkan ”{asked}” finns inte",
            Suggestion.Advice(asked, known, $"De som finns är {string.Join(", ", known)}"))]);
        return null;
    }
}
