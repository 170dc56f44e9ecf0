using System.Text;
using AnnualCycle.Planning;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans;

namespace AnnualCycle.Server.Commands;

/// <summary>Where a plan goes: the screen, single files, or a folder with all of it.</summary>
internal sealed record PlanDestinations
{
    public string? Folder { get; init; }

    public bool Json { get; init; }

    public string? Ics { get; init; }

    public string? Svg { get; init; }

    public string? Csv { get; init; }

    public string? Problem { get; init; }

    public void Write(Plan plan, YearInput input, CompiledYear year)
    {
        Save(Csv, () => Utf8(PlanCsv.Write(plan)));
        Save(Problem, () => ProblemFile.Write(year.Problem));
        Print(Json ? PlanJson.Write(plan) : Utf8(PlanTable.Write(plan)));
    }

    private static void Save(string? file, Func<byte[]> content)
    {
        if (file is not null)
        {
            File.WriteAllBytes(file, content());
        }
    }

    private static void Print(byte[] text)
    {
        using var output = Console.OpenStandardOutput();
        output.Write(text);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
