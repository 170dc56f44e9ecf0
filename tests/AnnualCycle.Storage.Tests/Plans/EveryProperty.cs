using System.Collections;
using System.Reflection;
using AnnualCycle.Plans;

namespace AnnualCycle.Storage.Tests.Plans;

/// <summary>Every value of a plan by its path, for two plans that must not differ in anything.</summary>
internal static class EveryProperty
{
    private static readonly Assembly Planned = typeof(Plan).Assembly;

    /// <summary><c>Meetings[3].Reasons[0].Cost</c> and its value, in the order of the types' properties.</summary>
    public static IEnumerable<(string Path, object? Value)> Of(object? value, string path = "") => value switch
    {
        IEnumerable list and not string => list.Cast<object?>()
            .SelectMany((one, index) => Of(one, $"{path}[{index}]"))
            .Prepend(($"{path}.Count", list.Cast<object?>().Count())),
        not null when value.GetType().Assembly == Planned && !value.GetType().IsEnum =>
            Stored(value.GetType()).SelectMany(own => Of(own.GetValue(value), $"{path}.{own.Name}")),
        _ => [(path, value)],
    };

    /// <summary>Properties of the plan's types that no value of this plan fills: they would not be tested.</summary>
    public static IEnumerable<string> LeftOut(Plan plan) => Left(Of(plan).ToLookup(
        one => one.Path[(one.Path.LastIndexOf('.', one.Path.EndsWith(".Count", StringComparison.Ordinal)
            ? one.Path.Length - 7 : one.Path.Length - 1) + 1)..].Split('.')[0].Split('[')[0], one => one.Value));

    private static IEnumerable<string> Left(ILookup<string, object?> values)
    {
        Type[] types = [typeof(Plan), typeof(PlannedMeeting), typeof(PlannedDeadline), typeof(PlannedGroup),
            typeof(PlannedCollaboration), typeof(RuleOutcome), typeof(OpenQuestion), typeof(Reason),
            typeof(AlternativeSlot)];
        return types.SelectMany(Stored).Where(own => own.PropertyType != typeof(PlanScore))
            .Where(own => !values[own.Name].Any(value => value is not (null or 0 or "")))
            .Select(own => $"{own.DeclaringType!.Name}.{own.Name}");
    }

    private static IEnumerable<PropertyInfo> Stored(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(own => own.CanWrite);
}
