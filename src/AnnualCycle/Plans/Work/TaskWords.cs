using AnnualCycle.Charters;

namespace AnnualCycle.Plans.Work;

/// <summary>What work around meetings is called, and which work a charter's own words are about.</summary>
internal static class TaskWords
{
    private static readonly (DeadlineKind Kind, string[] Words)[] Known =
    [
        (DeadlineKind.Notes, ["anteckning", "protokoll"]),
        (DeadlineKind.Call, ["kallelse", "dagordning", "agenda"]),
        (DeadlineKind.Papers, ["underlag", "handlingar"]),
    ];

    /// <summary>The kind of work that a task of the charter is; <see cref="DeadlineKind.Task"/> for another.</summary>
    public static DeadlineKind KindOf(Duty task) => Known.Where(known => known.Words.Any(word =>
            task.Title.Contains(word, StringComparison.OrdinalIgnoreCase)))
        .Select(known => (DeadlineKind?)known.Kind).FirstOrDefault() ?? DeadlineKind.Task;

    /// <summary>As the charter calls it, else what people say.</summary>
    public static string TitleOf(DeadlineKind kind, Duty? task) => task?.Title ?? kind switch
    {
        DeadlineKind.Papers => "Underlag inne",
        DeadlineKind.Call => "Kallelse och dagordning ut",
        _ => "Anteckningar ut",
    };
}
