using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Plans;
using AnnualCycle.Plans.Holidays;
using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Mail;
using NodaTime;

namespace AnnualCycle.Publishing.Holidays;

/// <summary>The mail by which a convener is asked whether a storhelg needs a meeting.</summary>
/// <param name="Link">Full address of the page where it is answered.</param>
internal sealed record HolidayLetter(HolidayQuestion Question, HolidayCalendar Calendar, Uri Link)
{
    public OutgoingMail Write(string key, Mailbox to, Instant at)
    {
        var (facts, group) = (Question.Facts, Question.Group);
        var rule = Question.Collaboration.Staffing ?? StaffingRule.Usual;
        var letter = new Letter("sv", $"Behöver {group.Name} ses {Words()}?")
            .Paragraph($"Hej {to.Name ?? to.Address}!")
            .Paragraph($"Uppdragsbeskrivningen för {group.Name} i {Question.Collaboration.Name} säger: "
                + $"”{group.HolidayCoordination!.Source.Phrase}”. Du sammankallar gruppen. Behövs det i år?")
            .List(Question.Needs.Select(need => $"{need.Title}, {group.HolidayCoordination.Minutes} minuter någon dag "
                + $"{SwedishDates.Day(need.Window.Start)}–{SwedishDates.Day(need.Window.End)}").Select(line => (Passage)line).ToList());
        letter.Paragraph(HolidayText.DaysOff(facts));
        foreach (var line in new[] { HolidayText.Staffing(facts, rule), Breaks(), HolidayText.Compared(HolidayComparison.Of(Calendar, facts)) }.OfType<string>())
        {
            letter.Paragraph(line);
        }

        return letter.Button("Svara ja eller nej", Link)
            .Paragraph("Svarar du ja läggs ett förslag till tid som ett utkast i planen. Svarar du nej, eller inte alls, blir "
                + "det inget möte.")
            .Small("Länken är bara din: den som har den kan svara i ditt ställe. Du behöver inget konto.")
            .Mail(key, to, at);
    }

    private string? Breaks() => HolidayText.SchoolBreaks(
        Calendar.SchoolBreaks(Question.Facts, Question.Group.SchoolBreaksOf), Question.Group.SchoolBreaksOf.Count);

    private string Words()
    {
        var name = $"{HolidayNames.Name(Question.Facts.Holiday)}";
        return Question.Needs.Select(need => need.Part).Distinct().ToList() switch
        {
            [HolidayPart.Before] => $"inför {name}",
            [HolidayPart.After] => $"efter {name}",
            _ => $"inför eller efter {name}",
        };
    }
}
