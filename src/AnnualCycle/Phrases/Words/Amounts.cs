namespace AnnualCycle.Phrases.Words;

/// <summary>Recognises an <see cref="Amount"/>: bounds, a numeral or a range, in any usual order.</summary>
internal static class Amounts
{
    private static readonly WordSet Fewest = new("minst lägst åtminstone minimum");
    private static readonly WordSet Most = new("högst max maximalt maximum");
    private static readonly WordSet About = new("""
        cirka ungefär omkring uppskattningsvis runt uppemot typ normalt vanligtvis vanligen oftast
        """);
    private static readonly WordSet Vague = new("några flera");
    private static readonly WordSet Between = new("till eller à á a alternativt upp");

    public static Found<Amount>? At(Sentence s, int start)
    {
        var i = start;
        bool fewest = false, most = false, about = false, between = false;
        for (var moved = true; moved && i < start + MostBounds;)
        {
            var before = i;
            i = Step(s, i, Fewest, ref fewest);
            i = Step(s, i, Most, ref most);
            i = Step(s, i, About, ref about);
            i = StepPhrase(s, i, ref fewest, ref most, ref between);
            moved = i > before;
        }

        return Number(s, i) is { } first ? Bounded(s, first with { Start = start }, (fewest, most, about, between))
            : null;
    }

    // "inte färre än cirka": no one says more before a number.
    private const int MostBounds = 8;

    /// <summary>
    /// "1,5", "ett och ett halvt", "två och en halv", "ett halvt": in halves, so 3 for one and a half.
    /// </summary>
    public static Found<int>? HalvesAt(Sentence s, int i)
    {
        if (s[i] is { Kind: TokenKind.Decimal } token && token.Value % 5 == 0)
        {
            return new Found<int>(token.Value / 5, i, i + 1);
        }

        if (Numerals.At(s, i) is { } whole && s.Is(i + 1, "och") && Numerals.At(s, i + 2) == 1
            && s.Is(i + 3, "halv", "halvt"))
        {
            return new Found<int>((whole * 2) + 1, i, i + 4);
        }

        return s.Is(i, "halvtannat", "halvannat", "halvannan") ? new Found<int>(3, i, i + 1)
            : s.Is(i, "halvt", "halv") ? new Found<int>(1, i, i + 1)
            : Numerals.At(s, i) == 1 && s.Is(i + 1, "halvt", "halv") ? new Found<int>(1, i, i + 2) : null;
    }

    private static int Step(Sentence s, int i, WordSet words, ref bool seen)
    {
        seen |= s.Is(i, words);
        return s.Is(i, words) ? i + 1 : i;
    }

    private static int StepPhrase(Sentence s, int i, ref bool fewest, ref bool most, ref bool between)
    {
        var negated = s.Is(i, "inte", "ej", "icke") && s.Is(i + 2, "än");
        var (less, more) = (negated && s.Is(i + 1, "färre", "mindre"), negated && s.Is(i + 1, "fler", "mer", "oftare"));
        var upTo = (s.Is(i, "upp") && s.Is(i + 1, "till")) || (s.Is(i, "som") && s.Is(i + 1, "mest"));
        var leastOf = s.Is(i, "som") && s.Is(i + 1, "minst", "lägst");
        fewest |= less || leastOf;
        most |= more || upTo;
        between |= s.Is(i, "mellan");
        return less || more ? i + 3 : upTo || leastOf ? i + 2 : s.Is(i, "mellan") ? i + 1 : i;
    }

    // "minst två och högst fyra"
    private static Found<int>? Ceiling(Sentence s, int end)
    {
        var i = s.Is(end, TokenKind.Comma) || s.Is(end, TokenKind.Dash) ? end + 1 : end;
        i = s.Skip(i, "och", "men", "samt");
        i = s.Is(i, "som") ? i + 1 : i;
        var most = s.Is(i, Most) || s.Is(i, "mest");
        return most && Numerals.At(s, i + 1) is { } top ? new Found<int>(top, end, i + 2) : null;
    }

    // "ett par", "ett antal", "några", "fyra", "fyra (4)", "fyra till fem", "4–5", "4 à 5", "sex-åtta"
    private static Found<Amount>? Number(Sentence s, int i)
    {
        var article = s.Is(i, "ett");
        if (article && s.Is(i + 1, "par"))
        {
            var three = s.Is(i + 2, "tre") ? 3 : 2;
            return new Found<Amount>(Amount.Between(2, three) with { Approximate = true }, i, i + three);
        }

        if (s.Is(i, Vague) || (article && s.Is(i + 1, "antal", "flertal", "fåtal")))
        {
            return new Found<Amount>(Amount.Uncounted, i, s.Is(i, Vague) ? i + 1 : i + 2);
        }

        if (Numerals.At(s, i) is not { } low)
        {
            return null;
        }

        var end = Echo(s, i + 1, low);
        if (s.Is(end, "eller") && s.Is(end + 1, "fler", "flera"))
        {
            return new Found<Amount>(new Amount(low, null, low), i, end + 2);
        }

        var high = Numerals.At(s, RangeMark(s, end)) is { } top && top > low && RangeMark(s, end) > end ? top : low;
        end = high > low ? Echo(s, RangeMark(s, end) + 1, high) : end;
        return new Found<Amount>(Amount.Between(low, high), i, end);
    }

    private static int RangeMark(Sentence s, int i)
    {
        if (s.Is(i, TokenKind.Dash) || s.Is(i, TokenKind.Slash) || s.Is(i, TokenKind.Comma))
        {
            return i + 1;
        }

        var i2 = s.Is(i, Between) ? i + 1 : i;
        return i2 > i && s.Is(i2, "till") ? i2 + 1 : i2;
    }

    // Statutes say the number twice: "minst fyra (4) gånger".
    private static int Echo(Sentence s, int i, int n) =>
        s.Is(i, TokenKind.Open) && Numerals.At(s, i + 1) == n && s.Is(i + 2, TokenKind.Close) ? i + 3 : i;

    private static Found<Amount> Bounded(Sentence s, Found<Amount> found,
        (bool Fewest, bool Most, bool About, bool Between) said)
    {
        var (amount, end) = (found.Value, found.End);
        if (said.Between && s.Is(end, "och") && Numerals.At(s, end + 1) is { } top && amount.Low is { } low)
        {
            (amount, end) = (Amount.Between(low, Math.Max(low, top)), end + 2);
        }

        if (said.Fewest && Ceiling(s, end) is { } ceiling && amount.Low is { } floor && ceiling.Value >= floor)
        {
            return new Found<Amount>(Amount.Between(floor, ceiling.Value) with { Approximate = said.About },
                found.Start, ceiling.End);
        }

        amount = amount with
        {
            Low = said.Most && !said.Fewest ? null : amount.Low,
            High = said.Fewest ? null : amount.High,
            Target = said.Most ? amount.High : amount.Target,
            Approximate = amount.Approximate || said.About,
        };
        return new Found<Amount>(amount, found.Start, end);
    }
}
