using AnnualCycle.Planning;
using NodaTime;

namespace AnnualCycle.Plans;

/// <summary>Puts what a meeting pays for into words that a process leader uses.</summary>
internal sealed class ChargeTexts(PlanDraft draft)
{
    /// <summary>A charge of the plan itself.</summary>
    public IEnumerable<Reason> Of(Charge charge) => Of(charge, draft.SlotOf(charge.At)!.Value.Day);

    /// <summary>A charge of the meeting if it stood on another day.</summary>
    public IEnumerable<Reason> Of(Charge charge, int day) => charge.Term == Terms.Calendar
        ? Drawbacks(charge, day)
        : [new Reason(charge.Term, charge.Cost, Text(charge))];

    // A day with two drawbacks pays for both; each is told by itself.
    private IEnumerable<Reason> Drawbacks(Charge charge, int day)
    {
        var days = draft.Year.DaysOf(charge.At.Chain);
        var told = days[day].Drawbacks.Where(drawback => drawback.Cost > 0).ToList();
        return told.Sum(drawback => drawback.Cost) == charge.Cost
            ? told.Select(drawback => new Reason(Terms.Calendar, drawback.Cost, drawback.Text))
            : [new Reason(Terms.Calendar, charge.Cost, "en dag som helst undviks")];
    }

    private string Text(Charge charge) => charge.Term switch
    {
        Terms.Weekday => "mitten av veckan passar fler",
        Terms.Start => "inte gruppens första val av tid",
        Terms.Usual => $"inte gruppens vanliga dag och tid{Usual(charge.At.Chain)}",
        Terms.Ideal => "inte mitt i den tid som uppdragsbeskrivningen anger",
        Terms.Spacing => $"ojämnt avstånd till {Meeting(charge.With)}",
        Terms.Count => "färre än målet",
        Terms.Lead => $"annat avstånd än två veckor till {Meeting(charge.With)}",
        Terms.SameDay => $"{Who(charge)} har också {Meeting(charge.With)} samma dag",
        Terms.WeekLoad => $"{Who(charge)} har många möten den veckan",
        _ => "flyttar ett möte som redan är utsänt",
    };

    private string Usual(int chain) => UsualTexts.Of(draft.Sheet.Usual[chain]) is { } usual ? $" ({usual})" : "";

    private string Meeting(OccurrenceAt? at) => at is { } other && draft.SlotOf(other) is not null
        ? $"{draft.SeriesOf(other).Title} {SwedishDates.Day(draft.DateOf(other))}" : "mötet före";

    private string Who(Charge charge) => PeopleTexts.Of([.. charge.Resources.SelectMany(resource => draft.Year.Who[resource])]);
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
