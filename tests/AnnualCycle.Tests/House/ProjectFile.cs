using System.Xml.Linq;
using AnnualCycle.Testing;

namespace AnnualCycle.Tests.House;

/// <summary>One .csproj under src: its name and what it refers to.</summary>
internal sealed record ProjectFile(string Name, string[] Projects, string[] Packages)
{
    public static TheoryData<string> Names() =>
        new(Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"))
            .Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal));

    public static ProjectFile Read(string name)
    {
        var xml = XDocument.Load(Path.Combine(Repository.Root, "src", name, $"{name}.csproj"));
        return new(name, [.. Included(xml, "ProjectReference").Select(Bare)],
            [.. Included(xml, "PackageReference"), .. Included(xml, "FrameworkReference")]);
    }

    private static IEnumerable<string> Included(XDocument xml, string element) =>
        xml.Descendants(element).Select(reference => (string?)reference.Attribute("Include") ?? "");

    private static string Bare(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
}
