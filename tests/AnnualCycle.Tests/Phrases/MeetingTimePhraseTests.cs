using AnnualCycle.Phrases;

namespace AnnualCycle.Tests.Phrases;

public sealed class MeetingTimePhraseTests
{
    [Theory]
    [InlineData(
        "Den lokala gruppen har fyra möten årligen, två på våren och två på hösten.",
        "meetings 4/year [{season:spring,count:2},{season:autumn,count:2}]")]
    [InlineData(
        "Rådet sammanträder en gång på våren och en gång på hösten.",
        "meetings 2/year [{season:spring},{season:autumn}]")]
    [InlineData(
        "Stämman ska hållas tidigast den 1 april och senast den 30 juni.",
        "meetings 1/year {months:[4,5,6]}")]
    [InlineData("Årsmötet hålls den 6 juni varje år.", "meetings 1/year {deadline:{month:6,day:6}}")]
    [InlineData(
        "Årsmötet hålls före april månads utgång och motioner ska vara inlämnade senast den 31 januari.",
        "meetings 1/year {deadline:{month:4,day:30},end_of_month:true} | "
            + "report 1/year {deadline:{month:1,day:31}}")]
    [InlineData("Rådet träffas höst och vår.", "meetings 2/year [{season:autumn},{season:spring}]")]
    [InlineData("Ett gemensamt möte hålls under vårterminen.", "meetings 1/year {season:spring-term}")]
    [InlineData("Varje höst samlas alla grupper till en planeringsdag.", "meetings 1/year {season:autumn}")]
    [InlineData(
        "Två möten per termin, vår- och hösttermin.",
        "meetings 2/term [{season:spring-term},{season:autumn-term}]")]
    [InlineData(
        "Möten hålls i februari, april, september och november.",
        "meetings 4/year [{month:2,part:whole},{month:4,part:whole},{month:9,part:whole},"
            + "{month:11,part:whole}]")]
    [InlineData(
        "Mötestider: mars, juni, oktober",
        "meetings 3/year [{month:3,part:whole},{month:6,part:whole},{month:10,part:whole}]")]
    [InlineData("Årsmötet hålls i mars eller april.", "meetings 1/year {months:[3,4]}")]
    [InlineData("Föreningens årsmöte ska hållas senast den 31 mars.", "meetings 1/year {deadline:{month:3,day:31}}")]
    [InlineData(
        "Årsstämman hålls före utgången av maj.",
        "meetings 1/year {deadline:{month:5,day:31},end_of_month:true}")]
    [InlineData("Ordinarie stämma äger rum årligen i april.", "meetings 1/year {month:4,part:whole}")]
    [InlineData("Planeringskonferens i slutet av augusti varje år.", "meetings 1/year {month:8,part:late}")]
    [InlineData("I början av september samlas styrgruppen för en heldag.", "meetings 1/year {month:9,part:early}")]
    [InlineData("Medio maj hålls ett avslutande möte.", "meetings 1/year {month:5,part:mid}")]
    [InlineData("Styrelsen sammanträder första måndagen i varje månad.", "meetings 1/month {weekday:mon,nth:[1]}")]
    [InlineData("AU träffas sista fredagen i månaden.", "meetings 1/month {weekday:fri,nth:[-1]}")]
    [InlineData("Rådet möts första och tredje torsdagen i månaden.", "meetings 2/month {weekday:thu,nth:[1,3]}")]
    [InlineData("Stämman hålls andra tisdagen i mars.", "meetings 1/year {weekday:tue,nth:[2],month:3}")]
    [InlineData("Möten hålls vecka 6, 12, 20, 38 och 46.", "meetings 5/year {weeks_list:[6,12,20,38,46]}")]
    [InlineData("Nätverket träffas v. 10 och v. 40.", "meetings 2/year {weeks_list:[10,40]}")]
    [InlineData("Mars: Årsmöte", "meetings 1/year {month:3,part:whole}")]
    [InlineData("Årsmöte februari", "meetings 1/year {month:2,part:whole}")]
    [InlineData("Höstmöte i oktober/november", "meetings 1/year {months:[10,11]}")]
    [InlineData("Vårmötet hålls i april.", "meetings 1/year {month:4,part:whole}")]
    [InlineData("Årsmöte hålls senast 31.3.", "meetings 1/year {deadline:{month:3,day:31}}")]
    [InlineData("v. 3 Styrelsemöte", "meetings 1/year {weeks_list:[3]}")]
    [InlineData("Brukarrådet har möte den första måndagen varje månad.", "meetings 1/month {weekday:mon,nth:[1]}")]
    [InlineData(
        "Rådet har sammanträde fyra gånger om året: februari, maj, september och november",
        "meetings 4/year [{month:2,part:whole},{month:5,part:whole},{month:9,part:whole},"
            + "{month:11,part:whole}]")]
    [InlineData(
        "Nätverksmöten genomförs i januari, mars, maj, september och november.",
        "meetings 5/year [{month:1,part:whole},{month:3,part:whole},{month:5,part:whole},"
            + "{month:9,part:whole},{month:11,part:whole}]")]
    [InlineData(
        "Det blir fem sammanträden under 2026; i februari, april, juni, september och december.",
        "meetings 5/once [{year:2026,month:2,part:whole},{year:2026,month:4,part:whole},"
            + "{year:2026,month:6,part:whole},{year:2026,month:9,part:whole},{year:2026,month:12,part:whole}]")]
    [InlineData("Under hösten 2026 ska gruppen ha tre möten.", "meetings 3/once {season:autumn}")]
    public void A_body_meets_when_its_charter_says(string phrase, string rule) =>
        Assert.Equal(rule, Notation.Of(PhraseReader.Read(phrase)));

    [Theory]
    [InlineData("Gruppen träffas varannan månad utom i juli och augusti.", "meetings 1/2-months exc{months:[7,8]}")]
    [InlineData("Styrelsen sammanträder varje månad förutom juli.", "meetings 1/month exc{months:[7]}")]
    [InlineData("Utskottet möts två gånger i månaden, med uppehåll under juli.", "meetings 2/month exc{months:[7]}")]
    [InlineData(
        "Styrelsen sammanträder tredje tisdagen i månaden med undantag för juli och december.",
        "meetings 1/month {weekday:tue,nth:[3]} exc{months:[7,12]}")]
    [InlineData("Mötena hålls var åttonde vecka, inte i juli.", "meetings 1/8-weeks exc{months:[7]}")]
    public void A_body_does_not_meet_in_the_months_its_charter_leaves_out(string phrase, string rule) =>
        Assert.Equal(rule, Notation.Of(PhraseReader.Read(phrase)));
}
