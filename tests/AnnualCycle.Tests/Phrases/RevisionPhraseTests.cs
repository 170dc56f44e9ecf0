using AnnualCycle.Phrases;

namespace AnnualCycle.Tests.Phrases;

public sealed class RevisionPhraseTests
{
    [Theory]
    [InlineData("Uppdragsbeskrivningen revideras vartannat år.", "revision 1/2-years")]
    [InlineData("Delegationsordningen fastställs årligen.", "revision 1/year")]
    [InlineData("Arbetsordningen antas vartannat år av styrgruppen.", "revision 1/2-years")]
    [InlineData("Dokumentet ses över årligen.", "revision 1/year")]
    [InlineData("Nästa revidering: 2027-06-30", "revision 1/once {date:2027-06-30}")]
    [InlineData("Riktlinjen gäller till och med 2027-12-31.", "revision 1/once {date:2027-12-31}")]
    [InlineData("Planen aktualitetsprövas en gång per mandatperiod.", "revision 1/4-years")]
    [InlineData("Reglementet ska revideras vid varje ny mandatperiod.", "revision 1/4-years")]
    [InlineData("Strategin antas av fullmäktige varje mandatperiod.", "revision 1/4-years")]
    [InlineData("Översyn av uppdraget görs vart fjärde år.", "revision 1/4-years")]
    [InlineData("Styrdokumentet revideras vid behov.", "revision /")]
    [InlineData("Dokumentet gäller tills vidare och revideras vid behov.", "revision /")]
    [InlineData("Denna uppdragsbeskrivning gäller från 2024-01-01 och ses över vart tredje år.", "revision 1/3-years")]
    [InlineData("Revideras senast 2026-12-31", "revision 1/once {date:2026-12-31}")]
    [InlineData("Nästa översyn: våren 2027", "revision 1/once {season:spring}")]
    [InlineData("Giltighetstid: 2024-01-01–2027-12-31", "revision 1/once {date:2027-12-31}")]
    [InlineData(
        "Planen gäller under mandatperioden 2023–2026 och ska därefter revideras.",
        "revision 1/once {date:2026-12-31}")]
    [InlineData("Revidering sker en gång per år i samband med årsmötet.", "revision 1/year")]
    [InlineData("Uppdragsbeskrivningen aktualiseras vartannat år.", "revision 1/2-years")]
    [InlineData("Varje mandatperiod ska nämnden anta ett program för uppföljning.", "revision 1/4-years")]
    [InlineData(
        "Under mandatperiodens första år ska en plan antas.",
        "revision 1/4-years {part_of:mandate-period,part:first-year}")]
    public void A_document_is_revised_as_it_says_itself(string phrase, string rule) =>
        Assert.Equal(rule, Notation.Of(PhraseReader.Read(phrase)));
}
