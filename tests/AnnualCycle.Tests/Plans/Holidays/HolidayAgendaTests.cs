using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Plans;
using AnnualCycle.Testing;

namespace AnnualCycle.Tests.Plans.Holidays;

/// <summary>What the four meetings of SIMBA's ledningsgrupp say of the storhelger they are about.</summary>
public sealed class HolidayAgendaTests
{
    private static readonly Plan Simba =
        Network.Plan(Network.Year(2027, Network.FiveCharters.Single(charter => charter.Id == "simba")));

    [Theory]
    [InlineData("februari",
        "Uppföljning. Jul, nyår och trettondag 2026–2027: nio lediga dagar och fem arbetsdagar tor 24 december–ons 6 " +
        "januari, som mest fyra i rad (tor 24–sön 27 december och tor 31 december–sön 3 januari). Bemanningsdagar lör 26 " +
        "december och lör 2 januari.",
        "Påsken 2027: fyra lediga dagar i rad, fre 26–mån 29 mars. Bemanningsdag sön 28 mars. Påsklov 29 mars–2 april i " +
        "alla fem kommuner (ej fastställt).")]
    [InlineData("maj",
        "Sommaren 2027: vecka 25–33, mån 21 juni–sön 22 augusti, 44 arbetsdagar. Sommarlov 12 juni–18 augusti i alla fem " +
        "kommuner (ej fastställt).")]
    [InlineData("september",
        "Uppföljning. Sommaren 2027: vecka 25–33, mån 21 juni–sön 22 augusti, 44 arbetsdagar.",
        "Jul, nyår och trettondag 2027–2028: nio lediga dagar och åtta arbetsdagar fre 24 december–sön 9 januari, som mest " +
        "tre i rad (fre 24–sön 26 december och fre 31 december–sön 2 januari). Bemanningsdagar sön 26 december och sön 2 " +
        "januari. Jullov 20 december–8 januari i alla fem kommuner (ej fastställt).")]
    [InlineData("november",
        "Jul, nyår och trettondag 2027–2028: nio lediga dagar och åtta arbetsdagar fre 24 december–sön 9 januari, som mest " +
        "tre i rad (fre 24–sön 26 december och fre 31 december–sön 2 januari). Bemanningsdagar sön 26 december och sön 2 " +
        "januari. Jullov 20 december–8 januari i alla fem kommuner (ej fastställt).")]
    public void A_meeting_carries_the_storhelger_of_its_own_time(string rule, params string[] lines)
    {
        var meeting = Simba.Meetings.Single(meeting => meeting.Rule == $"simba/ledningsgrupp/{rule}");

        Assert.Equal([.. lines, "I förväg fastställd dagordning"], meeting.Agenda);
    }

    [Fact]
    public void The_staffing_days_on_the_agenda_are_those_that_the_collaboration_has_agreed_on()
    {
        var simba = Network.FiveCharters.Single(charter => charter.Id == "simba");
        var plan = Network.Plan(Network.Year(2027, simba with { Staffing = new StaffingRule(2) }));

        Assert.Contains("Bemanningsdag lör 27 mars.", plan.Meetings[0].Agenda[1], StringComparison.Ordinal);
    }
}
