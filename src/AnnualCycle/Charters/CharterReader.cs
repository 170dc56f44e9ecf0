using AnnualCycle.Yaml;

namespace AnnualCycle.Charters;

/// <summary>
/// What came of reading a charter file: the collaboration, or everything that is wrong with the file.
/// </summary>
/// <param name="Collaboration">Null as soon as there is one mistake: nothing of a wrong file is used.</param>
public sealed record CharterReading(Collaboration? Collaboration, IReadOnlyList<Mistake> Mistakes);

/// <summary>Reads a collaboration's charter file.</summary>
public static class CharterReader
{
    /// <param name="file">
    /// The file as the user named it; its name without folder and ending is the collaboration's id.
    /// </param>
    public static CharterReading Read(string file, string text)
    {
        var mistakes = new List<Mistake>();
        var yaml = YamlDocument.Read(file, text, mistakes);
        var collaboration = yaml is null ? null : new CharterFile(IdOf(file), yaml).Read();
        // A body that exists for several municipalities is read once for each: its mistakes are told once.
        var told = mistakes.Distinct().OrderBy(mistake => mistake.Line).ToList();
        return new CharterReading(told.Count == 0 ? collaboration : null, told);
    }

    private static string IdOf(string file) => Slug.Of(Path.GetFileNameWithoutExtension(file));
}
