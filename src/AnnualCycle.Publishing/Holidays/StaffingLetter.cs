using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Charters;
using AnnualCycle.Plans;
using AnnualCycle.Plans.Holidays;
using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Mail;
using NodaTime;

namespace AnnualCycle.Publishing.Holidays;

/// <summary>The mail by which members are asked to confirm that they are staffed on a staffing day.</summary>
/// <param name="Link">Full address of the page where it is confirmed.</param>
internal sealed record StaffingLetter(Collaboration Collaboration, StaffingDay Day, HolidayFacts Facts, Uri Link)
{
    public OutgoingMail Write(string key, StaffingMember to, Instant at) =>
        new Letter("sv", $"Bemanningsdag {SwedishDates.Long(Day.Date)}: är ni bemannade?")
            .Paragraph($"Hej {to.Name}!")
            .Paragraph($"{SwedishDates.Long(Day.Date)[..1].ToUpperInvariant()}{SwedishDates.Long(Day.Date)[1..]} {Day.Date.Year} är "
                + $"bemanningsdag i {Collaboration.Name}. Den dagen ska alla ha folk på plats, så att patienter kan tas emot.")
            .Paragraph(HolidayText.DaysOff(Facts))
            .Paragraph($"Bekräfta för {to.Organisation} när bemanningen är klar.")
            .Button("Bekräfta bemanningen", Link)
            .Small("Länken är bara din: den som har den kan bekräfta i ditt ställe. Du behöver inget konto.")
            .Mail(key, new Mailbox(to.Email, to.Name), at);
}
