namespace AnnualCycle.Plans.Wheel;

/// <summary>What a mark is called, in tooltips, in the list and in the description.</summary>
internal static class MarkWords
{
    public static string Kind(WheelMarkKind kind) => kind switch
    {
        WheelMarkKind.Meeting => "Möte",
        WheelMarkKind.JointMeeting => "Gemensamt möte",
        WheelMarkKind.Preparatory => "Förberedande möte",
        WheelMarkKind.Deadline => "Sista dag",
        WheelMarkKind.Handover => "Ordförandeskifte",
        _ => "Givet datum",
    };

    /// <summary>The mark's title where it says more than the group's name and the kind; else empty.</summary>
    public static string Extra(WheelRing ring, WheelMark mark) =>
        mark.Title.Length == 0 || Same(mark.Title, ring.Name) || Same(mark.Title, Kind(mark.Kind)) ? "" : mark.Title;

    /// <summary>"Möte: Inför sommaren (föreslaget)".</summary>
    public static string Text(WheelRing ring, WheelMark mark)
    {
        var extra = Extra(ring, mark);
        var what = extra.Length == 0 ? Kind(mark.Kind) : $"{Kind(mark.Kind)}: {extra}";
        return mark.Certain ? what : $"{what} (preliminärt)";
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
