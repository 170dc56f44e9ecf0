using NodaTime;

namespace AnnualCycle.Phrases.Words;

internal enum TokenKind
{
    End, Word, Number, Decimal, Ordinal, Date, DayMonth, Clock, Dash, Slash, Comma, Colon, Stop, Open, Close, Percent,
    Section, Code,
}

/// <summary>One word, number, date or mark of a phrase.</summary>
/// <param name="Kind">What sort of token.</param>
/// <param name="Text">The letters in lower case, empty for marks.</param>
/// <param name="Value">The number; tenths for a decimal; the day of a <see cref="TokenKind.DayMonth"/>.</param>
/// <param name="Month">The month of a <see cref="TokenKind.DayMonth"/>.</param>
/// <param name="Date">The day of a <see cref="TokenKind.Date"/>.</param>
internal readonly record struct Token(
    TokenKind Kind, string Text = "", int Value = 0, int Month = 0, LocalDate? Date = null)
{
    public bool IsYear => Kind == TokenKind.Number && Value is >= 1950 and <= 2099;
}

/// <summary>
/// Something recognised in a phrase: from token <paramref name="Start"/> up to, not including, <paramref
/// name="End"/>.
/// </summary>
internal sealed record Found<T>(T Value, int Start, int End);
