using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans.Holidays;
using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Messages;
using AnnualCycle.Storage.Access;

namespace AnnualCycle.Publishing.Holidays;

/// <summary>Writes the mails about storhelger.</summary>
internal sealed class HolidayLetter(HolidayCalendar calendar, MessageBook messages)
{
    /// <summary>By which a convener is asked whether a storhelg needs a meeting.</summary>
    /// <param name="link">Full address of the page where it is answered.</param>
    public Letter Question(HolidayQuestion question, HolidayReader to, Uri link) =>
        messages.Write(HolidayMessages.Question, to.Language, new MessageValues
        {
            ["person"] = new MessageValues { ["name"] = to.Name }, ["group"] = question.Group.Name,
            ["collaboration"] = question.Collaboration.Name,
            ["phrase"] = question.Group.HolidayCoordination!.Source.Phrase,
            ["holiday"] = Holiday(question.Facts, question.Collaboration, question.Group.SchoolBreaksOf, to.Language),
            ["meetings"] = question.Needs.Select(Meeting).ToList(), ["link"] = link, [MessageKind.WayOut] = to.WayOut,
        });

    /// <summary>By which a member is asked to confirm a staffing day.</summary>
    /// <param name="link">Full address of the page where it is confirmed.</param>
    public Letter Staffing(
        Collaboration collaboration, StaffingDay day, (HolidayReader Reader, StaffingMember Member) to, Uri link) =>
        messages.Write(HolidayMessages.Staffing, to.Reader.Language, new MessageValues
        {
            ["person"] = new MessageValues { ["name"] = to.Reader.Name },
            ["organisation"] = to.Member.Named(to.Reader.Language == PersonChoice.English ? "and" : "och"),
            ["collaboration"] = collaboration.Name, ["day"] = day.Date,
            ["holiday"] = Holiday(calendar.Of(day.Holiday, day.Year), collaboration, collaboration.Municipalities, to.Reader.Language),
            ["link"] = link, [MessageKind.WayOut] = to.Reader.WayOut,
        });

    private static MessageValues Meeting(HolidayNeed need) => new()
    {
        ["is_before"] = need.Part == HolidayPart.Before, ["from"] = need.Window.Start, ["to"] = need.Window.End,
        ["minutes"] = need.Group.HolidayCoordination!.Minutes, ["until"] = HolidayQuestions.Until(need),
    };

    private MessageValues Holiday(
        HolidayFacts facts, Collaboration collaboration, IReadOnlyList<string> municipalities, string language)
    {
        var rule = collaboration.Staffing ?? StaffingRule.Usual;
        var breaks = calendar.SchoolBreaks(facts, municipalities);
        return new MessageValues
        {
            ["name"] = language == PersonChoice.English
                ? HolidayNames.English(facts.Holiday) : HolidayNames.Name(facts.Holiday),
            ["first"] = facts.Days.Start, ["last"] = facts.Days.End, ["days_off"] = facts.FreeDays,
            ["in_a_row"] = facts.LongestRun?.Length ?? 0, ["working_days"] = facts.WorkingDays.Count,
            ["facts"] = new[]
            {
                HolidayText.DaysOff(facts), HolidayText.Staffing(facts, rule),
                HolidayText.SchoolBreaks(breaks, municipalities.Count),
                HolidayText.Compared(HolidayComparison.Of(calendar, facts)),
            }.OfType<string>().ToList(),
            ["staffing_days"] = StaffingDays.Of(facts, rule)
                .Select(day => new MessageValues { ["day"] = day.Date }).ToList(),
        };
    }
}

/// <summary>Somebody who gets such a mail.</summary>
/// <param name="WayOut">Where they say which mails they want.</param>
internal sealed record HolidayReader(string Name, string Language, Uri WayOut);
