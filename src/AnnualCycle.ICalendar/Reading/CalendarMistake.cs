namespace AnnualCycle.ICalendar;

/// <summary>Something in a calendar file that could not be used; the rest of the file still counts.</summary>
/// <param name="Line">Line in the file where the content line begins, from 1.</param>
/// <param name="Column">Character in the unfolded content line, from 1.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Found">What was read, shortened; or the name of what is missing.</param>
public sealed record CalendarMistake(int Line, int Column, MistakeKind Kind, string Found)
{
    /// <summary>What is wrong, for the one who tries to use the file, in Swedish.</summary>
    public string Text => Kind switch
    {
        MistakeKind.NotACalendar => "Filen innehåller ingen kalender: BEGIN:VCALENDAR saknas",
        MistakeKind.NotUtf8 => $"Raden är inte UTF-8 och lästes som Windows-1252: {Found}",
        MistakeKind.NotAContentLine => $"Raden följer inte formen NAMN:värde och hoppades över: {Found}",
        MistakeKind.OutsideComponent => $"{Found} står utanför BEGIN och END och hoppades över",
        MistakeKind.UnmatchedEnd => $"END:{Found} har inget BEGIN:{Found} och hoppades över",
        MistakeKind.NeverEnded => $"BEGIN:{Found} får aldrig något END:{Found}",
        MistakeKind.TooDeep => $"BEGIN:{Found} ligger för djupt och hoppades över",
        MistakeKind.Missing => $"Händelsen saknar {Found}",
        MistakeKind.Repeated => $"{Found} står två gånger; den första gäller",
        MistakeKind.NotATime => $"Kan inte läsas som datum eller tid: {Found}",
        MistakeKind.NotADuration => $"Kan inte läsas som längd i tid: {Found}",
        MistakeKind.OpenQuote => $"Ett citattecken avslutas aldrig: {Found}",
        MistakeKind.NotARule => $"Kan inte läsas som upprepning; händelsen räknas en gång: {Found}",
        MistakeKind.UnknownZone => $"Okänd tidszon; tiden läses som lokal tid: {Found}",
        MistakeKind.EndBeforeStart => $"Slutar innan den börjar: {Found}",
        MistakeKind.TooLarge => $"Större än vad som läses ({Found}); resten utelämnades",
        _ => Found,
    };

    /// <summary>One line for the terminal: <c>line:column: text</c>.</summary>
    public override string ToString() => $"{Line}:{Column}: {Text}";

    internal static CalendarMistake At(int line, int column, MistakeKind kind, string found) =>
        new(line, column, kind, found.Length <= 60 ? found : found[..60] + "…");
}
