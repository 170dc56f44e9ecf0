using AnnualCycle.Publishing.Holidays;
using AnnualCycle.Storage.Holidays;

namespace AnnualCycle.Server.Pages.Holidays;

/// <summary>Which organisations have confirmed a staffing day, and which are asked and have not.</summary>
public sealed record StaffingStanding(IReadOnlyList<string> Confirmed, IReadOnlyList<string> Missing)
{
    public static StaffingStanding Of(IReadOnlyList<StaffingMember> asked, IReadOnlyList<StaffingConfirmation> confirmed)
    {
        var done = confirmed.SelectMany(own => own.Each()).Distinct().Order(StringComparer.Ordinal).ToList();
        return new StaffingStanding(
            done, [.. asked.SelectMany(own => own.Organisations).Distinct().Except(done).Order(StringComparer.Ordinal)]);
    }
}
