using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Planning.Demands;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Storage.Holidays;

/// <summary>What conveners have said yes to, as planning takes it.</summary>
public static class HolidayAnswers
{
    /// <summary>In the order of group, year, storhelg and part.</summary>
    public static async Task<IReadOnlyList<HolidayMeeting>> ReadAsync(AnnualCycleContext context, CancellationToken cancel)
    {
        var said = await context.HolidayRequests.AsNoTracking().Where(own => own.Answer == HolidayAnswer.Yes)
            .ToListAsync(cancel);
        return
        [
            .. said.Where(own => HolidayNames.ById.ContainsKey(own.Holiday))
                .OrderBy(own => own.GroupId, StringComparer.Ordinal).ThenBy(own => own.Year)
                .ThenBy(own => own.Holiday, StringComparer.Ordinal).ThenBy(own => own.Part)
                .Select(own => new HolidayMeeting(own.GroupId, HolidayNames.ById[own.Holiday], own.Year, own.Part)),
        ];
    }
}
