namespace AnnualCycle;

/// <summary>
/// Something a person wrote that cannot be used: where it stands, what is wrong and what to do about it.
/// </summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Line">Line in that file, from 1; 0 when the mistake concerns the file as a whole.</param>
/// <param name="Text">What was read and why it cannot be used, in Swedish, without a closing full stop.</param>
/// <param name="Advice">What to write instead, or null when the text says it all.</param>
public sealed record Mistake(string File, int Line, string Text, string? Advice = null)
{
    /// <summary>One line for the terminal: <c>file:line: text. Advice</c>.</summary>
    public override string ToString()
    {
        var place = Line > 0 ? $"{File}:{Line}" : File;
        return Advice is null ? $"{place}: {Text}" : $"{place}: {Text}. {Advice}";
    }
}
