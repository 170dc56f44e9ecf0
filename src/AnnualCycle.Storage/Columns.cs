using AnnualCycle.Plans;
using AnnualCycle.Storage.Plans;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace AnnualCycle.Storage;

/// <summary>A planned day as SQL's date.</summary>
internal sealed class LocalDateColumn() : ValueConverter<LocalDate, DateOnly>(
    date => date.ToDateOnly(), date => LocalDate.FromDateOnly(date));

/// <summary>An instant as a time in UTC, in PostgreSQL's whole microseconds on both engines.</summary>
internal sealed class InstantColumn() : ValueConverter<Instant, DateTime>(
    instant => Of(instant), time => InstantOf(time))
{
    public static DateTime Of(Instant instant) =>
        new(instant.ToDateTimeUtc().Ticks / 10 * 10, DateTimeKind.Utc);

    public static Instant InstantOf(DateTime time) =>
        Instant.FromDateTimeUtc(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}

/// <summary>A whole plan as JSON. Text, as a database's own JSON type would change the bytes.</summary>
internal sealed class PlanColumn() : ValueConverter<Plan, string>(
    plan => PlanText.Write(plan), text => PlanText.Read<Plan>(text))
{
    /// <summary>Plans are never changed in place: the same plan is the same object.</summary>
    internal sealed class Same() : ValueComparer<Plan>(
        (one, other) => ReferenceEquals(one, other), plan => plan.Year, plan => plan);
}

/// <summary>The prints of a plan's inputs as JSON.</summary>
internal sealed class PlanInputsColumn() : ValueConverter<PlanInputs, string>(
    inputs => PlanText.Write(inputs), text => PlanText.Read<PlanInputs>(text));
