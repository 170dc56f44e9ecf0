using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Times;

/// <summary>
/// What a distance is counted from: a meeting, another body's meeting, the end of an agreement, a holiday.
/// </summary>
internal static class Anchors
{
    public const string Meeting = "meeting";
    public const string NextBody = "next-body-meeting";
    public const string OtherBody = "other-body-meeting";
    public const string AgreementEnd = "agreement-end";
    public const string Approval = "approval";
    public const string MajorHoliday = "major-holiday";

    private static readonly WordSet Agreement = new("""
        avtal* uppsägningstid* giltighetstid* överenskommelse* avtalstid* *avtal(et,ets)
        """);
    private static readonly WordSet Body = new("""
        *grupp(,en,ens) *grupperna *nämnd(,en,ens) *råd(et,ets) *styrelse(,n,ns) *fullmäktige(,s) *presidi(um,et,ets)
        au dps *kommitté(n,ns) *utskott(et,ets) *samråd(et,ets) *forum(et)
        """);
    private static readonly WordSet Holiday = new("storhelg* helg* jul-* julhelg* påsk* midsommar* nyår* högtid*");

    private static readonly WordSet Approved = new("justering* justerat justerats justerad");

    private const int Near = 7;

    /// <summary>
    /// The anchor named right after the distance and the token after it; an empty name when what stands there is none
    /// of these.
    /// </summary>
    public static Found<string> At(Sentence s, int start)
    {
        var end = Math.Min(s.EndOfSentence(start), start + Near);
        for (var i = start; i < end; i++)
        {
            var name = s.Is(i, Agreement) ? AgreementEnd
                : s.Is(i, Vocabulary.MeetingNouns) || s.Is(i, Vocabulary.MeetingDays) ? Meeting
                : s.Is(i, Holiday) ? MajorHoliday
                : s.Is(i, Approved) ? Approval : null;
            if (name is not null)
            {
                return new Found<string>(name, start, i + 1);
            }

            if (s.Is(i, TokenKind.Comma) || s.Is(i, "och", "samt", "som", "med", "till"))
            {
                end = i;
            }
        }

        var body = s.IndexOf(Body, start, end);
        var silent = end <= start || s.Is(start, TokenKind.Close) || s.Is(start, TokenKind.Stop);
        return body >= 0 ? new Found<string>(OtherBody, start, body + 1)
            : new Found<string>(silent ? Meeting : "", start, start);
    }
}
