using System.CommandLine;
using System.CommandLine.Parsing;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Server.Commands.PlanLife;

/// <summary>Days and times as people type them, refused in words when they are none.</summary>
internal static class Typed
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    public static Argument<LocalDate> Date(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => Read(result, LocalDatePattern.Iso, "är ingen dag. Skriv åååå-mm-dd, till exempel 2027-03-11"),
    };

    public static Option<LocalDate?> OptionalDate(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => Read(result, LocalDatePattern.Iso, "är ingen dag. Skriv åååå-mm-dd, till exempel 2027-03-11"),
    };

    public static Argument<LocalTime> Time(string name) => new(name)
    {
        Description = "Klockslag, tt:mm",
        CustomParser = result => Read(result, Clock, "är inget klockslag. Skriv till exempel 13:00"),
    };

    public static Argument<LocalTime?> OptionalTime(string name) => new(name)
    {
        Description = "Klockslag, tt:mm; annars som förut", Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => null,
        CustomParser = result => result.Tokens.Count == 0
            ? null : Read(result, Clock, "är inget klockslag. Skriv till exempel 13:00"),
    };

    private static T Read<T>(ArgumentResult result, IPattern<T> pattern, string wrong)
    {
        var parsed = pattern.Parse(result.Tokens[0].Value);
        if (!parsed.Success)
        {
            result.AddError($"”{result.Tokens[0].Value}” {wrong}");
        }

        return parsed.Success ? parsed.Value : default!;
    }
}
