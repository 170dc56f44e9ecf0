using AnnualCycle.Planning;
using AnnualCycle.Planning.Demands;
using NodaTime;

namespace AnnualCycle.Plans;

/// <summary>Puts what a meeting pays for into words that a process leader uses.</summary>
internal sealed class ChargeTexts(PlanDraft draft)
{
    /// <summary>A charge on account of a meeting, as it is told to those who look at that meeting.</summary>
    /// <param name="day">The day the meeting stands on, or would stand on.</param>
    public IEnumerable<Reason> Of(Charge charge, OccurrenceAt meeting, int day) => charge.Term == Terms.Calendar
        ? Drawbacks(charge, day)
        : [new Reason(charge.Term, charge.Cost, Text(charge, charge.With == meeting ? charge.At : charge.With))];

    // A day with two drawbacks pays for both; each is told by itself.
    private IEnumerable<Reason> Drawbacks(Charge charge, int day)
    {
        var days = draft.Year.DaysOf(charge.At.Chain);
        var told = days[day].Drawbacks.Where(drawback => drawback.Cost > 0).ToList();
        return told.Sum(drawback => drawback.Cost) == charge.Cost
            ? told.Select(drawback => new Reason(Terms.Calendar, drawback.Cost, drawback.Text))
            : [new Reason(Terms.Calendar, charge.Cost, "en dag som helst undviks")];
    }

    private string Text(Charge charge, OccurrenceAt? other) => charge.Term switch
    {
        Terms.Weekday when IsOffHabit(charge) => $"inte gruppens vanliga dag{Usual(charge.At.Chain)}",
        Terms.Weekday when charge.Cost > WeekdayTaste.Edge => "inte en av gruppens veckodagar",
        Terms.Weekday => "mitten av veckan passar fler",
        Terms.Start when IsOffHabit(charge) => $"inte gruppens vanliga tid{Usual(charge.At.Chain)}",
        Terms.Start => "inte gruppens första val av tid",
        Terms.Ideal when draft.DemandOf(charge.At).Ideal is null =>
            "långt från den tid på året då så få möten sprids bäst",
        Terms.Ideal => "inte mitt i den tid som uppdragsbeskrivningen anger",
        Terms.Spacing => $"ojämnt avstånd till {Meeting(charge, other)}",
        Terms.Count => "färre än målet",
        Terms.Lead => $"inte det vanliga avståndet till {Meeting(charge, other)}",
        Terms.SameDay => $"{Who(charge)} har också {Meeting(charge, other)} samma dag",
        Terms.WeekLoad => $"{Who(charge)} har många möten den veckan",
        _ => "flyttar ett möte som redan är utsänt",
    };

    private bool IsOffHabit(Charge charge) =>
        draft.Year.Usual[charge.At.Chain] is { } usual && charge.Cost >= usual.Cost;

    private string Usual(int chain) => UsualTexts.Of(draft.Year.Usual[chain]) is { } usual ? $" ({usual})" : "";

    private string Meeting(Charge charge, OccurrenceAt? at)
    {
        if (at is not { } other || draft.SlotOf(other) is null)
        {
            return "ett annat möte";
        }

        var title = other.Chain == charge.At.Chain ? "gruppens möte" : draft.SeriesOf(other).Title;
        return $"{title} {SwedishDates.Day(draft.DateOf(other))}";
    }

    private string Who(Charge charge) =>
        PeopleTexts.Of([.. charge.Resources.SelectMany(resource => draft.Year.Who[resource])]);
}

/// <summary>Names the weekday and time that a group keeps.</summary>
internal static class UsualTexts
{
    /// <summary>"tisdagar 09:00", "tisdagar"; null when nothing is usual.</summary>
    public static string? Of(UsualSlot? usual)
    {
        var day = usual?.Weekday is { } weekday ? SwedishDates.Weekday((IsoDayOfWeek)(weekday + 1)) + "ar" : null;
        var time = usual?.Start is { } start ? SwedishDates.Clock(new LocalTime(start / 60, start % 60)) : null;
        return (day, time) is (null, null) ? null : string.Join(' ', new[] { day, time }.OfType<string>());
    }
}

/// <summary>Names persons and seats without making the sentence long.</summary>
internal static class PeopleTexts
{
    public static string Of(IReadOnlyList<string> who) => who.Count switch
    {
        0 => "någon",
        1 => who[0],
        2 => $"{who[0]} och {who[1]}",
        _ => $"{who[0]}, {who[1]} och {who.Count - 2} till",
    };
}
