using AnnualCycle.Phrases;
using NodaTime;

namespace AnnualCycle.Charters;

/// <summary>Reads what binds the whole collaboration: agreements and joint meetings.</summary>
internal sealed class AgreementReader(CharterScope scope, GroupReader groups)
{
    public Agreement? ReadAgreement(CharterMap map)
    {
        map.AllowOnly("id", "from", "to", "notice", "renewal", "renewedTo", "note", "line");
        var id = Slug.Of(map.Required("id"));
        var (notice, renewal) = (map.Map("notice"), map.Map("renewal"));
        notice?.AllowOnly("when", "line", "page", "note");
        renewal?.AllowOnly("when", "line", "page", "note");
        if (map.Date("from") is not { } from || map.Date("to") is not { } to || to < from)
        {
            map.Mistake("to", "ett avtal behöver from och to, den första dagen först");
            return null;
        }

        return new Agreement(
            id, new DateInterval(from, to), NoticeMonths(notice), notice?.Source(scope.Document),
            RenewalYears(renewal), renewal?.Source(scope.Document))
        {
            RenewedTo = map.Date("renewedTo"),
        };
    }

    public JointMeeting ReadJoint(CharterMap map)
    {
        map.AllowOnly("id", "name", "groups", "when", "line", "page", "purpose", "note", "sameAs", "meeting");
        var owners = map.Texts("groups").SelectMany(group => scope.Groups(map, "groups", group)).Distinct().ToList();
        if (owners.Count < 2)
        {
            map.Mistake("groups", "ett gemensamt möte behöver minst två grupper");
        }

        var rule = groups.ReadRule(map);
        return new JointMeeting(
            rule.Id, map.Required("name"), owners, rule, map.Lines("sameAs"),
            MeetingFormReader.Read(map.Map("meeting"), MeetingForm.Default));
    }

    private static int? NoticeMonths(CharterMap? map)
    {
        var windows = map?.Demands("when", PhraseKind.Agreement).SelectMany(rule => rule.Windows) ?? [];
        return windows.Select(Months).FirstOrDefault(months => months is not null);
    }

    private static int? Months(PhraseWindow window) => window switch
    {
        PhraseWindow.AgreementTerm { Notice: { Unit: DurationUnit.Months } notice } => notice.N,
        PhraseWindow.AgreementTerm { Notice: { Unit: DurationUnit.Years } notice } => notice.N * 12,
        PhraseWindow.Relative { Unit: DistanceUnit.Months, To: { } distance } => Math.Abs(distance),
        _ => null,
    };

    private static int? RenewalYears(CharterMap? map) =>
        map is null ? null : PhraseKeys.PeriodInMonths(map.Demands("when", PhraseKind.Agreement)) / 12;
}
