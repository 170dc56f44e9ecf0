using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;
using NodaTime;

namespace AnnualCycle.Plans.Holidays;

/// <summary>Holds the sentence about storhelger against a year's meetings.</summary>
internal sealed class HolidayOutcomes(YearInput input)
{
    private readonly HolidayNeeds _needs = new(input);

    private readonly MeetingsOfYear? _year;

    private readonly Func<string, string?> _hindrances = _ => null;

    /// <param name="hindrances">By rule id: why a demanded meeting has no date; null when all have one.</param>
    public HolidayOutcomes(YearInput input, MeetingsOfYear year, Func<string, string?> hindrances)
        : this(input) => (_year, _hindrances) = (year, hindrances);

    /// <summary>Demanded are a check-in before each storhelg and a follow-up after; "vid behov" demands none.</summary>
    public RuleOutcome Of(Group group, HolidayCoordination coordination)
    {
        var needs = _needs.Of(group).Where(need => input.From is not { } from || need.Window.End >= from).ToList();
        var meetings = (_year?.Counted ?? []).Where(meeting => meeting.Groups.Contains(group.Id)).ToList();
        var tied = needs.Count(need => meetings.Any(meeting => need.TiedTo.Contains(meeting.Rule)));
        var own = needs.Count(need => meetings.Any(meeting => meeting.Rule == need.Rule));
        var hindrance = Notes.Joined(needs.Select(need => _hindrances(need.Rule)));
        var ties = tied > 0 ? $"{tied} vid gruppens fasta möten" : null;
        return coordination.AsNeeded
            ? Outcome(group, coordination, null, own, RuleStatus.Fulfilled,
                Notes.Joined("vid behov, sammankallande tillfrågas sex veckor före", ties, hindrance))
            : Outcome(group, coordination, needs.Count, tied + own,
                tied + own < needs.Count ? RuleStatus.Short : RuleStatus.Fulfilled, Notes.Joined(ties, hindrance));
    }

    /// <summary>The same for a calendar that was held: any meeting in the right days is one.</summary>
    public RuleOutcome Check(Group group, HolidayCoordination coordination, IReadOnlyList<LocalDate> held)
    {
        var needs = _needs.Of(group);
        var missed = needs.Where(need => need.TiedTo.Count == 0 && !held.Any(need.Window.Contains)).ToList();
        return coordination.AsNeeded
            ? Outcome(group, coordination, null, 0, RuleStatus.Fulfilled, "vid behov")
            : Outcome(group, coordination, needs.Count, needs.Count - missed.Count,
                missed.Count > 0 ? RuleStatus.Short : RuleStatus.Fulfilled,
                missed.Count > 0 ? $"saknas: {string.Join(", ", missed.Select(need => Small(need.Title)))}" : null);
    }

    private static string Small(string title) => char.ToLowerInvariant(title[0]) + title[1..];

    private static RuleOutcome Outcome(
        Group group, HolidayCoordination coordination, int? min, int planned, RuleStatus status, string? note) => new(
        RuleIds.OfHolidays(group), RuleKind.Holidays, coordination.Source.Phrase, coordination.Source.Document,
        coordination.Source.Line, min, Max: null, planned, status, note);
}
