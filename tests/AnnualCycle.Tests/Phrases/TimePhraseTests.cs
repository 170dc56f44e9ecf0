using AnnualCycle.Phrases;

namespace AnnualCycle.Tests.Phrases;

public sealed class TimePhraseTests
{
    [Theory]
    [InlineData(
        "Kallelse och handlingar skickas ut senast en vecka före mötet.",
        "window 1/meeting {relative:{n:-1,unit:weeks,anchor:meeting,bound:latest}}")]
    [InlineData(
        "Ärenden lämnas senast kl. 12.00 tisdagen före mötet.",
        "window 1/meeting {relative:{n:-1,unit:tuesday,anchor:meeting,bound:latest}}")]
    [InlineData(
        "Kallelse sker senast tre veckor före stämman, dock tidigast fem veckor före stämman.",
        "window 1/meeting {relative:{from:-5,to:-3,unit:weeks,anchor:meeting,bound:between}}")]
    [InlineData(
        "Handlingarna delas ut i veckan före mötet.",
        "window 1/meeting {relative:{n:-1,unit:weeks,anchor:meeting,bound:at}}")]
    [InlineData(
        "Dagordningen ska vara utsänd minst fem arbetsdagar innan mötet.",
        "window 1/meeting {relative:{n:-5,unit:workdays,anchor:meeting,bound:latest}}")]
    [InlineData(
        "Ärenden anmäls till processledaren senast 10 dagar i förväg.",
        "window 1/meeting {relative:{n:-10,unit:days,anchor:meeting,bound:latest}}")]
    [InlineData(
        "Handlingarna publiceras veckan före sammanträdet.",
        "window 1/meeting {relative:{n:-1,unit:weeks,anchor:meeting,bound:at}}")]
    [InlineData(
        "Kallelsen skickas tidigast fyra och senast två veckor före stämman.",
        "window 1/meeting {relative:{from:-4,to:-2,unit:weeks,anchor:meeting,bound:between}}")]
    [InlineData(
        "cirka tre veckor före mötet",
        "window 1/meeting {relative:{n:-3,unit:weeks,anchor:meeting,bound:about}}")]
    [InlineData(
        "Underlag ska vara sekreteraren tillhanda senast onsdagen före mötet.",
        "window 1/meeting {relative:{n:-1,unit:wednesday,anchor:meeting,bound:latest}}")]
    [InlineData(
        "Motioner ska ha inkommit till styrelsen senast en månad före stämman.",
        "window 1/meeting {relative:{n:-1,unit:months,anchor:meeting,bound:latest}}")]
    [InlineData(
        "Beredningsgruppen träffas två veckor innan.",
        "window 1/meeting {relative:{n:-2,unit:weeks,anchor:next-body-meeting,bound:at}}")]
    [InlineData("Början av mars", "window 1/year {month:3,part:early}")]
    [InlineData("i slutet av oktober", "window 1/year {month:10,part:late}")]
    [InlineData("mitten av juni", "window 1/year {month:6,part:mid}")]
    [InlineData("september–oktober", "window 1/year {months:[9,10]}")]
    [InlineData("vecka 44", "window 1/year {weeks_list:[44]}")]
    [InlineData("Sommaruppehåll v. 26–32", "window 1/year {weeks:[26,32]} blackout")]
    [InlineData(
        "Presidiemöte hålls en vecka före varje sammanträde.",
        "window 1/meeting {relative:{n:-1,unit:weeks,anchor:meeting,bound:at}}")]
    [InlineData(
        "Beredningsmöte sker cirka 14 dagar före nämndens sammanträde.",
        "window 1/meeting {relative:{n:-14,unit:days,anchor:meeting,bound:about}}")]
    [InlineData(
        "Handlingarna skickas ut en vecka före sammanträdet.",
        "window 1/meeting {relative:{n:-1,unit:weeks,anchor:meeting,bound:at}}")]
    [InlineData(
        "Kallelsen ska vara ledamöterna tillhanda senast sju dagar före sammanträdesdagen.",
        "window 1/meeting {relative:{n:-7,unit:days,anchor:meeting,bound:latest}}")]
    public void A_time_is_a_time_to_keep(string phrase, string rule) =>
        Assert.Equal(rule, Notation.Of(PhraseReader.Read(phrase)));
}
