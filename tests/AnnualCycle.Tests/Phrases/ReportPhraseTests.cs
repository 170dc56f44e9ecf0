using AnnualCycle.Phrases;

namespace AnnualCycle.Tests.Phrases;

public sealed class ReportPhraseTests
{
    [Theory]
    [InlineData("Samverkansgruppen rapporterar till styrgruppen två gånger per år.", "report 2/year")]
    [InlineData("Redovisning sker varje år den 1 mars.", "report 1/year {deadline:{month:3,day:1}}")]
    [InlineData(
        "Budgeten följs upp per den 31 mars (prognos), 31 augusti (delår) och 31 december (bokslut).",
        "report 3/year {period_end:[{month:3,day:31},{month:8,day:31},{month:12,day:31}]}")]
    [InlineData(
        "Rapporterna bygger på utfallet för utgången av mars och september och lämnas två gånger om året.",
        "report 2/year {period_end:[{month:3,day:31},{month:9,day:30}]}")]
    [InlineData(
        "Motioner till årsmötet ska vara styrelsen tillhanda senast under januari.",
        "report 1/year {deadline:{month:1,day:31},end_of_month:true}")]
    [InlineData("Avvikelser redovisas kvartalsvis till ledningsgruppen.", "report 1/quarter")]
    [InlineData("Arbetet utvärderas årligen.", "report 1/year")]
    [InlineData(
        "Verksamhetsberättelse lämnas årligen senast den 15 februari.",
        "report 1/year {deadline:{month:2,day:15}}")]
    [InlineData(
        "Årsrapporten ska vara styrgruppen tillhanda senast 31 januari året efter.",
        "report 1/year {deadline:{month:1,day:31},year_offset:1}")]
    [InlineData(
        "Handlingsplanen ska vara inlämnad senast 1 december året före.",
        "report 1/year {deadline:{month:12,day:1},year_offset:-1}")]
    [InlineData("Uppföljning redovisas per tertial.", "report 1/tertial")]
    [InlineData(
        "Delårsrapport upprättas per den 30 april och 31 augusti.",
        "report 2/year {period_end:[{month:4,day:30},{month:8,day:31}]}")]
    [InlineData("Bokslut per 31 december lämnas till kansliet.", "report 1/year {period_end:[{month:12,day:31}]}")]
    [InlineData(
        "Månadsuppföljning lämnas efter mars, maj och oktober månads utgång.",
        "report 3/year {after_month_end:[3,5,10]}")]
    [InlineData("Gruppen lämnar en skriftlig lägesrapport varje halvår.", "report 1/half-year")]
    [InlineData("Statistik över ärendena sammanställs månadsvis.", "report 1/month")]
    [InlineData("Nätverket avger rapport till styrgruppen i november varje år.", "report 1/year {month:11,part:whole}")]
    [InlineData("Verksamhetsplan för kommande år upprättas i oktober–november.", "report 1/year {months:[10,11]}")]
    [InlineData(
        "Budgetförslag lämnas till medlemmarna före september månads utgång.",
        "report 1/year {deadline:{month:9,day:30},end_of_month:true}")]
    [InlineData(
        "Ansökan ska vara inlämnad senast den 1 mars eller den 1 oktober.",
        "report 2/year [{deadline:{month:3,day:1}},{deadline:{month:10,day:1}}]")]
    [InlineData(
        "Redovisning ska ske senast två månader efter räkenskapsårets slut.",
        "report 1/year {deadline:{month:2,day:28}}")]
    [InlineData(
        "Minnesanteckningar skickas ut inom en vecka efter mötet.",
        "report 1/meeting {relative:{n:1,unit:weeks,anchor:meeting,bound:latest}}")]
    [InlineData(
        "Protokollet ska justeras senast 14 dagar efter sammanträdet.",
        "report 1/meeting {relative:{n:14,unit:days,anchor:meeting,bound:latest}}")]
    [InlineData(
        "Protokoll skickas till ledamöterna inom tio arbetsdagar.",
        "report 1/meeting {relative:{n:10,unit:workdays,anchor:meeting,bound:latest}}")]
    [InlineData(
        "Årsredovisningen ska finnas tillgänglig två veckor före årsstämman.",
        "report 1/meeting {relative:{n:-2,unit:weeks,anchor:meeting,bound:at}}")]
    [InlineData(
        "Revisionsberättelsen ska lämnas senast tre veckor före stämman.",
        "report 1/meeting {relative:{n:-3,unit:weeks,anchor:meeting,bound:latest}}")]
    [InlineData("senast 1 maj", "report 1/year {deadline:{month:5,day:1}}")]
    [InlineData("per den 30 juni", "report 1/year {period_end:[{month:6,day:30}]}")]
    [InlineData("Augusti: Delårsrapport till kommunstyrelsen", "report 1/year {month:8,part:whole}")]
    [InlineData(
        "Justering sker inom två veckor efter mötet.",
        "report 1/meeting {relative:{n:2,unit:weeks,anchor:meeting,bound:latest}}")]
    [InlineData(
        "Anteckningar delges deltagarna inom en vecka.",
        "report 1/meeting {relative:{n:1,unit:weeks,anchor:meeting,bound:latest}}")]
    [InlineData("Minnesanteckningar från varje möte publiceras på hemsidan.", "report 1/meeting")]
    [InlineData("Rapport lämnas till styrgruppen vid varje möte.", "report 1/meeting")]
    [InlineData("Uppföljning av avtalet ska ske en gång per år.", "report 1/year")]
    [InlineData("Avtalet ska följas upp årligen.", "report 1/year")]
    [InlineData(
        "Nämnden ska årligen, senast i februari, redovisa uppföljningen till kommunstyrelsen.",
        "report 1/year {deadline:{month:2,day:28},end_of_month:true}")]
    [InlineData("Verksamhetsplan fastställs årligen i december.", "report 1/year {month:12,part:whole}")]
    [InlineData("Handlingsplanen följs upp halvårsvis.", "report 1/half-year")]
    [InlineData("Gruppen ska årligen göra en verksamhetsplan.", "report 1/year")]
    [InlineData("Rapportering sker tertialvis till respektive huvudman.", "report 1/tertial")]
    [InlineData("Kvartalsrapport lämnas senast den 20 i månaden efter kvartalets slut.", "report 1/quarter")]
    [InlineData(
        "Rapport ges om utfallet för tertial 1 och 2 till nämnden.",
        "report 2/year {period_end:[{month:4,day:30},{month:8,day:31}]}")]
    [InlineData(
        "Uppföljningen redovisas för första halvåret per den 30 juni och för helåret per den 31 december.",
        "report 2/year {period_end:[{month:6,day:30},{month:12,day:31}]}")]
    public void A_report_is_due_as_its_charter_says(string phrase, string rule) =>
        Assert.Equal(rule, Notation.Of(PhraseReader.Read(phrase)));
}
