using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace AnnualCycle.Server.Tests.House;

public sealed class PlanningIsPureTests
{
    // Reading goes through the reader that the caller gives; threads may be used, but nobody waits for one.
    private static readonly string[] Outside =
    [
        "System.IO.File", "System.IO.FileStream", "System.IO.FileInfo",
        "System.IO.Directory", "System.IO.DirectoryInfo", "System.Console",
        "System.Diagnostics.Process", "System.Net.Http.HttpClient", "System.Net.Sockets.Socket",
        "System.Runtime.CompilerServices.AsyncTaskMethodBuilder",
        "System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1",
    ];

    [Theory]
    [InlineData("AnnualCycle")]
    [InlineData("AnnualCycle.ICalendar")]
    public void The_same_charters_give_the_same_year_because_planning_reaches_nothing_outside_itself(string project) =>
        Assert.Empty(TypesUsedBy(project).Intersect(Outside));

    private static IReadOnlyList<string> TypesUsedBy(string project)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{project}.dll")));
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")];
    }
}
