using System.Reflection;
using System.Runtime.InteropServices;
using AnnualCycle.Testing;

namespace AnnualCycle.Server.Tests.House;

public sealed class BuiltProjectTests
{
    private const int MostParameters = 6;

    public static TheoryData<string> Projects => BuiltProject.Names();

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_built_project_reaches_only_the_projects_behind_it_in_the_line(string project) =>
        Assert.Empty(DependencyLine.NotToBeNamedBy(project,
            BuiltProject.References(project)
                .Where(name => name.StartsWith("AnnualCycle", StringComparison.Ordinal))));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_built_project_reaches_only_the_packages_agreed(string project) =>
        Assert.Empty(DependencyLine.NotToBeUsedBy(project,
            BuiltProject.References(project).Where(name => !IsOursOrTheRuntimes(name))));

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_class_asks_for_more_than_six_things_before_it_can_work(string project) =>
        Assert.Empty(BuiltProject.Written(project)
            .SelectMany(type =>
                type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(constructor => constructor.GetParameters().Length > MostParameters)
            .Select(constructor => $"{constructor.DeclaringType} takes {constructor.GetParameters().Length}"));

    private static bool IsOursOrTheRuntimes(string name) =>
        name.StartsWith("AnnualCycle", StringComparison.Ordinal)
            || File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), $"{name}.dll"));
}
