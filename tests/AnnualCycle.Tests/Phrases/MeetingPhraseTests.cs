using AnnualCycle.Phrases;

namespace AnnualCycle.Tests.Phrases;

public sealed class MeetingPhraseTests
{
    [Theory]
    [InlineData("Temagruppen sammanträder minst sex gånger per kalenderår.", "meetings 6../year")]
    [InlineData("Uppdraget innebär fyra möten à tre timmar per läsår.", "meetings 4/school-year")]
    [InlineData("Gruppen har två träffar om en halvdag per termin.", "meetings 2/term")]
    [InlineData("I början av läsåret samlas alla klassombud.", "meetings 1/school-year")]
    [InlineData("I slutet av terminen träffas arbetslagen.", "meetings 1/term")]
    [InlineData("Mot slutet av året möts de två presidierna.", "meetings 1/year")]
    [InlineData("Vart tredje år hålls en kongress och en stämma som väljer ordförande.", "meetings 1/3-years")]
    [InlineData("Rådet träffas två gånger per halvår.", "meetings 2/half-year")]
    [InlineData("Nätverket samlas en gång i kvartalet.", "meetings 1/quarter")]
    [InlineData("Gruppen ses fyra till fem gånger om året.", "meetings 4..5/year")]
    [InlineData("Styrgruppen håller möte var sjätte vecka.", "meetings 1/6-weeks")]
    [InlineData("Beredningen har möten varannan vecka under terminstid.", "meetings 1/2-weeks")]
    [InlineData("Arbetsutskottet sammanträder var fjortonde dag.", "meetings 1/2-weeks")]
    [InlineData("Presidiet möts vart tredje år.", "meetings 1/3-years")]
    [InlineData("Chefsgruppen träffas mellan tre och fem gånger per termin.", "meetings 3..5/term")]
    [InlineData("Samrådet äger rum minst två och högst fyra gånger per år.", "meetings 2..4/year")]
    [InlineData("Styrgruppen kallas till möte högst åtta gånger per år.", "meetings ..8/year")]
    [InlineData("Varje termin hålls två dialogmöten med brukarorganisationerna.", "meetings 2/term")]
    [InlineData("Per läsår genomförs tre föräldramöten.", "meetings 3/school-year")]
    [InlineData("Två gånger årligen anordnas en gemensam temadag.", "meetings 2/year")]
    [InlineData("Gruppens möten är förlagda till en gång i månaden.", "meetings 1/month")]
    [InlineData("Antal möten: 5 per år", "meetings 5/year")]
    [InlineData("Mötesfrekvens: 1 ggr/månad", "meetings 1/month")]
    [InlineData("Möten: 2 ggr/termin", "meetings 2/term")]
    [InlineData("Sammanträden hålls 4-6 ggr per år.", "meetings 4..6/year")]
    [InlineData("Ledningsgruppen träffas en till två gånger i månaden.", "meetings 1..2/month")]
    [InlineData("LSG sammanträder månadsvis.", "meetings 1/month")]
    [InlineData("Forumet möts kvartalsvis och däremellan vid behov.", "meetings 1/quarter")]
    [InlineData("Rådet har minst fyra (4) ordinarie sammanträden per år.", "meetings 4../year")]
    [InlineData("Nämnden sammanträder ungefär var femte vecka.", "meetings 1/5-weeks")]
    [InlineData("Nätverksträffar arrangeras tre gånger per år, varav en är en heldag.", "meetings 3/year")]
    [InlineData("Gruppen bör mötas åtminstone en gång per tertial.", "meetings 1../tertial")]
    [InlineData("Gruppen träffas varannan tisdag.", "meetings 1/2-weeks")]
    [InlineData("Möten hålls vid behov, dock minst två gånger per år.", "meetings 2../year")]
    [InlineData("Presidiet träffar tjänstepersonerna en gång per kvartal.", "meetings 1/quarter")]
    [InlineData("En gång per mandatperiod träffas presidierna för en gemensam konferens.", "meetings 1/4-years")]
    [InlineData(
        "Rådet ska sammanträda när ordföranden anser att det behövs, dock minst tre gånger om året.",
        "meetings 3../year")]
    [InlineData(
        "Vid minst ett tillfälle per år bjuds brukarorganisationerna in till gruppens möte.",
        "meetings 1../year")]
    [InlineData("Antalet sammanträden ska vara minst fyra per år.", "meetings 4../year")]
    [InlineData("Samverkansgruppen har inplanerade möten 5–6 gånger per läsår.", "meetings 5..6/school-year")]
    [InlineData("Gruppen möts fysiskt en gång per termin och digitalt däremellan.", "meetings 1/term")]
    [InlineData("Dialogmöte mellan presidierna sker en gång per år.", "meetings 1/year")]
    [InlineData("Rådet sammanträder på kallelse av ordföranden minst en gång i halvåret.", "meetings 1../half-year")]
    [InlineData("Gruppen träffas 2 x per termin.", "meetings 2/term")]
    [InlineData("Ett par gånger per termin träffas samordnarna.", "meetings 2/term")]
    [InlineData("Sammanträden: tisdagar, ca 8 ggr per år", "meetings 8/year")]
    [InlineData("Styrgruppen möts digitalt 10 gånger per verksamhetsår.", "meetings 10/year")]
    [InlineData("Utvecklingsgruppen har ett längre arbetsmöte varje halvår.", "meetings 1/half-year")]
    [InlineData("Rådet ska sammanträda minst en gång varannan månad.", "meetings 1../2-months")]
    [InlineData("Styrgruppen ska ha minst 4 möten/år.", "meetings 4../year")]
    [InlineData("Möten äger rum tre gånger per termin enligt fastställd mötesplan.", "meetings 3/term")]
    [InlineData("Programrådet sammankallas två gånger per läsår av rektor.", "meetings 2/school-year")]
    [InlineData("Till mötena, som hålls fyra gånger per år, kallar processledaren.", "meetings 4/year")]
    [InlineData("Gruppen sammanträder i regel en gång per månad under terminerna.", "meetings 1/month")]
    [InlineData("Klassråd hålls minst var fjortonde dag.", "meetings 1../2-weeks")]
    [InlineData("Elevrådet träffas varannan tisdag kl 10.", "meetings 1/2-weeks")]
    [InlineData("Skolans elevråd har möte ungefär varannan vecka.", "meetings 1/2-weeks")]
    [InlineData("Föräldraråd hålls två gånger per termin och klassrepresentanterna kallas.", "meetings 2/term")]
    [InlineData("Matrådet träffas 1 gång/termin.", "meetings 1/term")]
    [InlineData("Mötena hålls på torsdagar, vanligtvis en gång i månaden.", "meetings 1/month")]
    [InlineData("Styrelsen har 6–8 protokollförda möten under verksamhetsåret.", "meetings 6..8/year")]
    [InlineData("Referensgruppen kallas till två möten per år.", "meetings 2/year")]
    [InlineData("Gruppen träffas digitalt minst varannan månad.", "meetings 1../2-months")]
    public void A_body_meets_as_often_as_its_charter_says(string phrase, string rule) =>
        Assert.Equal(rule, Notation.Of(PhraseReader.Read(phrase)));

    [Theory]
    [InlineData("Gruppen sammankallas vid behov.", "meetings /")]
    [InlineData("Några gånger per år samlas hela nätverket.", "meetings /year")]
    public void A_body_without_a_number_still_meets(string phrase, string rule) =>
        Assert.Equal(rule, Notation.Of(PhraseReader.Read(phrase)));

    [Theory]
    [InlineData(
        "Styrgruppen träffas fyra gånger per år och arbetsgruppen sex gånger per år.",
        "meetings 4/year | meetings 6/year")]
    [InlineData(
        "Nätverket har en handlingsplan som ses över årligen och samlas åtta gånger om året.",
        "revision 1/year | meetings 8/year")]
    [InlineData(
        "AU träffas en gång i månaden och styrgruppen en gång per kvartal.",
        "meetings 1/month | meetings 1/quarter")]
    [InlineData(
        "Gruppens årsstämma infaller varje år i maj och kallelsen går ut minst fyra veckor före stämman.",
        "meetings 1/year {month:5,part:whole} | window 1/meeting {relative:{n:-4,unit:weeks,anchor:meeti"
            + "ng,bound:latest}}")]
    public void A_second_body_in_the_same_sentence_has_a_rule_of_its_own(string phrase, string rule) =>
        Assert.Equal(rule, Notation.Of(PhraseReader.Read(phrase)));
}
