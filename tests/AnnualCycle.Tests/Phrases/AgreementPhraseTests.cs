using AnnualCycle.Phrases;

namespace AnnualCycle.Tests.Phrases;

public sealed class AgreementPhraseTests
{
    [Theory]
    [InlineData(
        "Avtalet gäller från och med 2023-01-01 till och med 2026-12-31.",
        "agreement /once {from:2023-01-01,to:2026-12-31}")]
    [InlineData("Överenskommelsen gäller under åren 2024–2027.", "agreement /once {from:2024-01-01,to:2027-12-31}")]
    [InlineData(
        "Avtalet gäller tills vidare med en uppsägningstid om tolv månader.",
        "agreement /once {notice:{n:12,unit:months}}")]
    [InlineData("Avtalet kan sägas upp med sex månaders uppsägningstid.", "agreement /once {notice:{n:6,unit:months}}")]
    [InlineData(
        "Avtalet förlängs med ett år i sänder om det inte sägs upp senast sex månader före avtalstidens slut.",
        "agreement 1/year {relative:{n:-6,unit:months,anchor:agreement-end,bound:latest}}")]
    [InlineData(
        "Uppsägning av avtalet ska ske skriftligen senast nio månader före avtalsperiodens utgång.",
        "agreement /once {relative:{n:-9,unit:months,anchor:agreement-end,bound:latest}}")]
    [InlineData(
        "Avtalet gäller i tre år med rätt att förlänga två år till med ett år i taget.",
        "agreement /once {term:{n:3,unit:years},option:{n:2,unit:years}}")]
    [InlineData("Avtalet kan förlängas med ett år i taget.", "agreement 1/year")]
    [InlineData("Uppsägningstiden är sex kalendermånader.", "agreement /once {notice:{n:6,unit:months}}")]
    [InlineData("Avtalet gäller i fyra år.", "agreement /once {term:{n:4,unit:years}}")]
    [InlineData("Sägs avtalet inte upp förlängs det automatiskt med tre år åt gången.", "agreement 1/3-years")]
    [InlineData("Avtalet löper från 2025-07-01 och tills vidare.", "agreement /once {from:2025-07-01,to:null}")]
    [InlineData(
        "Avtalet träder i kraft 2024-01-01 och gäller till 2026-12-31 "
        + "med option på förlängning i ytterligare 12 månader.",
        "agreement /once {from:2024-01-01,to:2026-12-31,option:{n:12,unit:months}}")]
    [InlineData(
        "Avtalet löper på tre år med möjlighet till förlängning i två år.",
        "agreement /once {term:{n:3,unit:years},option:{n:2,unit:years}}")]
    [InlineData("Uppsägningstiden är tolv månader.", "agreement /once {notice:{n:12,unit:months}}")]
    [InlineData("Avtalet gäller t.o.m. 31 december 2027.", "agreement /once {from:null,to:2027-12-31}")]
    [InlineData(
        "Part som vill säga upp avtalet ska göra detta senast den 30 juni.",
        "agreement /once {deadline:{month:6,day:30}}")]
    [InlineData("Avtalet är giltigt i fem år från undertecknandet.", "agreement /once {term:{n:5,unit:years}}")]
    [InlineData(
        "Överenskommelsen gäller 2023-07-01–2026-06-30 och förlängs därefter ett år i taget.",
        "agreement 1/year {from:2023-07-01,to:2026-06-30}")]
    [InlineData(
        "Överenskommelsen kan sägas upp av endera parten med tre månaders varsel.",
        "agreement /once {notice:{n:3,unit:months}}")]
    public void An_agreement_runs_and_ends_as_written(string phrase, string rule) =>
        Assert.Equal(rule, Notation.Of(PhraseReader.Read(phrase)));
}
