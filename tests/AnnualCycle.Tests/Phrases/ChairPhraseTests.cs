using AnnualCycle.Phrases;

namespace AnnualCycle.Tests.Phrases;

public sealed class ChairPhraseTests
{
    [Theory]
    [InlineData("Ordförande och vice ordförande utses för ett år i taget.", "rotation 1/year")]
    [InlineData("Ordförandeskapet alternerar vartannat år mellan regionen och kommunerna.", "rotation 1/2-years")]
    [InlineData("Presidenten väljs för ett kalenderår i sänder.", "rotation 1/year")]
    [InlineData("Ordförandeskapet växlar mellan huvudmännen varje år.", "rotation 1/year")]
    [InlineData("Ordföranden väljs på tre år.", "rotation 1/3-years")]
    [InlineData("Uppdraget som ordförande innehas i 18 månader.", "rotation 1/18-months")]
    [InlineData("Ordförandeskapet roterar var sjätte månad.", "rotation 1/6-months")]
    [InlineData("Gruppens ordförande utses för en period om ett och ett halvt år.", "rotation 1/18-months")]
    [InlineData("Ordförandeskapet är roterande och löper över två år.", "rotation 1/2-years")]
    [InlineData("Ordförandeskapet roterar mellan kommunerna i bokstavsordning.", "rotation /")]
    [InlineData("Ordförande väljs för mandatperioden.", "rotation 1/4-years")]
    [InlineData("Sammankallande byts varje termin.", "rotation 1/term")]
    [InlineData("Ordförandens mandatperiod är två år.", "rotation 1/2-years")]
    [InlineData("Presidiet utses för tvåårsperioder.", "rotation 1/2-years")]
    [InlineData("Ordförandeskapet skiftar mellan parterna efter två år.", "rotation 1/2-years")]
    [InlineData("Ordföranden och vice ordföranden väljs årligen av gruppen.", "rotation 1/year")]
    [InlineData("Ordförandeskapet alternerar mellan parterna med ett års mellanrum.", "rotation 1/year")]
    [InlineData("Rollen som ordförande cirkulerar årsvis mellan kommunerna.", "rotation 1/year")]
    [InlineData("Ordförandeskapet innehas växelvis av kommun och region, två år i taget.", "rotation 1/2-years")]
    [InlineData("Värdskapet roterar mellan kommunerna.", "rotation /")]
    [InlineData("Kommunerna och regionen turas om att inneha ordförandeskapet i ett år.", "rotation 1/year")]
    [InlineData("Ordförandeskapet byter huvudman vid årsskiftet vartannat år.", "rotation 1/2-years")]
    [InlineData("Ordförande utses av regionen udda år och av kommunerna jämna år.", "rotation 1/2-years")]
    [InlineData("Vice ordförande utses för samma tid, två år.", "rotation 1/2-years")]
    [InlineData("Presidiets mandattid är ett år.", "rotation 1/year")]
    public void The_chair_changes_hands_as_the_charter_says(string phrase, string rule) =>
        Assert.Equal(rule, Notation.Of(PhraseReader.Read(phrase)));
}
