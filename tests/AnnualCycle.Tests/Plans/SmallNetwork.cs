using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans;
using AnnualCycle.Testing;

namespace AnnualCycle.Tests.Plans;

/// <summary>A collaboration of one municipality whose groups a test writes itself.</summary>
internal static class SmallNetwork
{
    public const string Head = """
        collaboration: Nord
        municipalities: [Ale]
        charter: { document: Uppdrag }
        groups:

        """;

    public static YearInput Input(string groups) => Network.Year(2027, Network.Charter(Head + groups));

    public static Plan Plan(string groups) => Network.Plan(Input(groups));

    public static RuleOutcome Rule(Plan plan, string id) =>
        plan.Groups.SelectMany(group => group.Rules).First(rule => rule.Id == id);
}
