using AnnualCycle.Phrases;

namespace AnnualCycle.Tests.Phrases;

public sealed class PlacedPhraseTests
{
    [Theory]
    [InlineData("minst 4 gånger per år", "meetings 4../year")]
    [InlineData("4 ggr/år", "meetings 4/year")]
    [InlineData("6 per år", "meetings 6/year")]
    [InlineData("en till två gånger per år", "meetings 1..2/year")]
    [InlineData("cirka sex-åtta gånger/år", "meetings 6..8/year")]
    [InlineData("varannan månad utom juli", "meetings 1/2-months exc{months:[7]}")]
    [InlineData("tisdagar jämna veckor", "meetings 1/2-weeks")]
    [InlineData("vid behov", "meetings /")]
    [InlineData("en gång på våren och en gång på hösten", "meetings 2/year [{season:spring},{season:autumn}]")]
    [InlineData("Början av februari", "window 1/year {month:2,part:early}")]
    [InlineData(
        "februari, maj, september och november",
        "window 4/year [{month:2,part:whole},{month:5,part:whole},{month:9,part:whole},"
            + "{month:11,part:whole}]")]
    [InlineData("15 april", "window 1/year {deadline:{month:4,day:15}}")]
    [InlineData(
        "senast 14 dagar före mötet",
        "window 1/meeting {relative:{n:-14,unit:days,anchor:meeting,bound:latest}}")]
    [InlineData(
        "två veckor före LGS",
        "window 1/meeting {relative:{n:-2,unit:weeks,anchor:other-body-meeting,bound:at}}")]
    [InlineData(
        "inför storhelger när så bedöms behövas",
        "window 1/meeting {relative:{n:null,unit:null,anchor:major-holiday,bound:before}}")]
    [InlineData("sommaruppehåll vecka 28-31", "window 1/year {weeks:[28,31]} blackout")]
    public void Under_meetings_no_verb_is_needed(string phrase, string rule) =>
        Assert.Equal(rule, Notation.Of(PhraseReader.Read(phrase, PhraseKind.Meetings)));

    [Theory]
    [InlineData("kvartalsvis", "report 1/quarter")]
    [InlineData("per tertial", "report 1/tertial")]
    [InlineData("tertial 1 och 2", "report 2/year {period_end:[{month:4,day:30},{month:8,day:31}]}")]
    [InlineData("senast den 15 april", "report 1/year {deadline:{month:4,day:15}}")]
    [InlineData("enligt fastställt årshjul", "report 1/year")]
    [InlineData("efter varje möte", "report 1/meeting")]
    [InlineData(
        "inom två veckor efter mötet",
        "report 1/meeting {relative:{n:2,unit:weeks,anchor:meeting,bound:latest}}")]
    [InlineData("publiceras på webben", "report /")]
    [InlineData("Upprätta en handlingsplan", "report /")]
    public void Under_reports_a_time_alone_is_a_report(string phrase, string rule) =>
        Assert.Equal(rule, Notation.Of(PhraseReader.Read(phrase, PhraseKind.Report)));

    [Theory]
    [InlineData("under två år", "rotation 1/2-years")]
    [InlineData("1,5 år", "rotation 1/18-months")]
    [InlineData("vartannat år", "rotation 1/2-years")]
    [InlineData("en mandatperiod om ett år", "rotation 1/year")]
    [InlineData("en mandatperiod", "rotation 1/4-years")]
    [InlineData("tre terminer", "rotation 1/18-months")]
    public void Under_the_chair_a_length_is_how_long_it_is_held(string phrase, string rule) =>
        Assert.Equal(rule, Notation.Of(PhraseReader.Read(phrase, PhraseKind.Rotation)));

    [Theory]
    [InlineData(
        "Senast tolv månader innan",
        "agreement /once {relative:{n:-12,unit:months,anchor:agreement-end,bound:latest}}")]
    [InlineData("två år i taget", "agreement 1/2-years")]
    [InlineData("sex månaders uppsägningstid", "agreement /once {notice:{n:6,unit:months}}")]
    [InlineData("2022–2025", "agreement /once {from:2022-01-01,to:2025-12-31}")]
    public void Under_an_agreement_a_length_is_its_notice_or_its_renewal(string phrase, string rule) =>
        Assert.Equal(rule, Notation.Of(PhraseReader.Read(phrase, PhraseKind.Agreement)));

    [Theory]
    [InlineData("2027-12-01", "revision 1/once {date:2027-12-01}")]
    [InlineData("varje mandatperiod", "revision 1/4-years")]
    [InlineData("24 månader", "revision 1/24-months")]
    [InlineData("t.o.m. 2028", "revision 1/once {date:2028-12-31}")]
    public void Under_a_revision_a_day_is_the_day_of_the_next(string phrase, string rule) =>
        Assert.Equal(rule, Notation.Of(PhraseReader.Read(phrase, PhraseKind.Revision)));

    [Theory]
    [InlineData("minst 4 gångr per år", "minst 4 gånger per år")]
    [InlineData("början av febrauri", "början av februari")]
    [InlineData("en gång i månden", "en gång i månaden")]
    [InlineData("varannnan vecka", "varannan vecka")]
    [InlineData("fyra", "fyra gånger per år")]
    public void A_misspelt_phrase_is_not_guessed_at_but_asked_about(string written, string meant)
    {
        Assert.Empty(PhraseReader.Read(written, PhraseKind.Meetings));
        Assert.Equal(meant, PhraseSuggestion.For(written, PhraseKind.Meetings));
    }

    [Theory]
    [InlineData("hej hopp")]
    [InlineData("")]
    [InlineData("???")]
    public void What_is_no_phrase_at_all_gets_no_guess(string written)
    {
        Assert.Empty(PhraseReader.Read(written, PhraseKind.Meetings));
        Assert.Null(PhraseSuggestion.For(written, PhraseKind.Meetings));
    }
}
