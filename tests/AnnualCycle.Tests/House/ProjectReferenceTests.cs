using AnnualCycle.Testing;

namespace AnnualCycle.Tests.House;

public sealed class ProjectReferenceTests
{
    public static TheoryData<string> Projects => ProjectFile.Names();

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_has_a_place_in_the_dependency_line(string project) =>
        Assert.True(DependencyLine.Knows(project), $"{project} fences no dependency that the design knows");

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_names_only_the_projects_behind_it_in_the_line(string project) =>
        Assert.Empty(DependencyLine.NotToBeNamedBy(project, ProjectFile.Read(project).Projects));

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_planning_and_the_calendar_format_take_no_packages_but_those_agreed(string project) =>
        Assert.Empty(DependencyLine.NotToBeUsedBy(project, ProjectFile.Read(project).Packages));
}
