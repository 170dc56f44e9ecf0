namespace AnnualCycle.Charters;

/// <summary>Where a rule comes from: the charter's own words and the place where they stand.</summary>
/// <param name="Phrase">The charter's words, as short as they can be and still say the rule.</param>
/// <param name="Document">Name of the charter document.</param>
/// <param name="Line">Line in the charter's text, from 1; null when the rule comes from a decision outside it.</param>
/// <param name="Page">Page in the document, from 1, when known.</param>
/// <param name="Note">What a reader of the rule should know: how an unclear sentence was understood.</param>
public sealed record RuleSource(string Phrase, string Document, int? Line, int? Page = null, string? Note = null)
{
    /// <summary>Line in the charter file, from 1; 0 when the rule was not read from a file.</summary>
    public int FileLine { get; init; }

    /// <summary>"rad 70" or "sida 4, rad 70"; empty when neither is known.</summary>
    public string Place => (Page, Line) switch
    {
        (null, null) => "",
        (null, { } line) => $"rad {line}",
        ({ } page, null) => $"sida {page}",
        ({ } page, { } line) => $"sida {page}, rad {line}",
    };
}
