using System.Text.Json;
using System.Text.Json.Nodes;
using AnnualCycle.People;
using AnnualCycle.Storage.Plans;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Storage.People;

/// <summary>
/// Where stored plans, drafts and superseded ones among them, name a person: as a reason for a day, as somebody who is
/// taken, in the words of whoever cancelled a meeting.
/// </summary>
/// <remarks>
/// Read and written as text, not as plans: what does not name the person stays as it is, byte for byte, ids, days and
/// UIDs with it, whatever version of the service wrote it.
/// </remarks>
/// <param name="collaborations">
/// Those in which the person has or had a seat: elsewhere the same words are somebody else's.
/// </param>
public sealed class PlanMentions(
    AnnualCycleContext context, MentionedPerson person, IReadOnlyCollection<string> collaborations)
{
    private const string Instead = "en ledamot";

    /// <summary>What planning and people write for people; all else is ids and days.</summary>
    private static readonly HashSet<string> Words =
        ["text", "title", "purpose", "cancelReason", "note", "agenda", "tasks", "suggestion"];

    /// <summary>Ids of the revisions that name the person.</summary>
    public async Task<IReadOnlyList<long>> FindAsync(CancellationToken cancel) =>
        [.. (await ChangedAsync(cancel)).Select(row => row.Id)];

    /// <returns>How many revisions named the person.</returns>
    public async Task<int> ForgetAsync(CancellationToken cancel)
    {
        var changed = await ChangedAsync(cancel);
        foreach (var row in changed)
        {
            await context.Database.ExecuteSqlAsync(
                $"""
                update plan_revision set plan = {row.Plan}, reason = {row.Reason}, created_by = {row.CreatedBy}
                where id = {row.Id}
                """, cancel);
        }

        return changed.Count;
    }

    // One at a time: all plans of many years are more than a small machine should hold at once.
    private async Task<List<PlanRow>> ChangedAsync(CancellationToken cancel)
    {
        var changed = new List<PlanRow>();
        var rows = context.Database.SqlQueryRaw<PlanRow>("""
            select id as "Id", collaboration as "Collaboration", plan as "Plan", reason as "Reason", created_by as "CreatedBy" from plan_revision
            """);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (collaborations.Contains(row.Collaboration) && Without(row) is var after && after != row)
            {
                changed.Add(after);
            }
        }

        return changed;
    }

    private PlanRow Without(PlanRow row) => row with
    {
        Plan = WithoutPerson(row.Plan), Reason = person.Out(row.Reason, Instead),
        CreatedBy = person.Out(row.CreatedBy, PersonalTraces.Instead),
    };

    private string WithoutPerson(string plan)
    {
        var root = JsonNode.Parse(plan)!;
        return Walk(root, key: "") ? root.ToJsonString(PlanText.Compact) : plan;
    }

    private bool Walk(JsonNode? node, string key)
    {
        var found = false;
        switch (node)
        {
            case JsonObject map:
                foreach (var (name, value) in map.ToList())
                {
                    found |= Walk(value, name);
                }

                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    found |= Walk(list[i], key);
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                var text = value.GetValue<string>();
                var after = Words.Contains(key) ? person.Out(text, Instead) : text;
                if (after != text)
                {
                    value.ReplaceWith(JsonValue.Create(after));
                    found = true;
                }

                break;
        }

        return found;
    }

    private sealed record PlanRow(long Id, string Collaboration, string Plan, string Reason, string CreatedBy);
}
