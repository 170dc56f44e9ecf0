namespace AnnualCycle.Csv;

/// <summary>
/// Text that a spreadsheet would run as a formula gets an apostrophe before it, and loses it when it is read back. Text
/// that already has apostrophes there gets one more, so that everything comes back as it was.
/// </summary>
internal static class SafeCell
{
    private const string Formula = "=+-@\t\r";

    public static string Write(string text) => WouldRun(text) ? "'" + text : text;

    public static string Read(string text) => text.StartsWith('\'') && WouldRun(text) ? text[1..] : text;

    private static bool WouldRun(string text) => text.TrimStart('\'') is [var first, ..] && Formula.Contains(first);
}
