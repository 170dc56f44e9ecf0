using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using AnnualCycle.Plans;
using AnnualCycle.Plans.Changes;

namespace AnnualCycle.Server.Commands.PlanLife;

/// <summary>
/// <c>move</c>, <c>lock</c>, <c>unlock</c>, <c>cancel</c> and <c>add</c>: what a person decides about a meeting.
/// </summary>
internal static class EditCommands
{
    public static Command Move(TimeProvider time)
    {
        var (meeting, date, start) = (Meeting(), Typed.Date("DATE", "Ny dag, åååå-mm-dd"), Typed.OptionalTime("START"));
        return Edit(time, new Command("move", "Flyttar ett möte och låser det där") { meeting, date, start },
            (result, _) => new Edit(result.GetValue(date).Year, "move", result.GetRequiredValue(meeting),
                (edit, plan) => edit.Move(
                    plan, result.GetRequiredValue(meeting), result.GetValue(date), result.GetValue(start))));
    }

    public static Command Lock(TimeProvider time)
    {
        var meeting = Meeting();
        return Edit(time, new Command("lock", "Låser ett möte: planeringen flyttar det inte") { meeting },
            (result, _) => new Edit(null, "lock", result.GetRequiredValue(meeting),
                (edit, plan) => edit.Lock(plan, result.GetRequiredValue(meeting))));
    }

    public static Command Unlock(TimeProvider time)
    {
        var meeting = Meeting();
        return Edit(time, new Command("unlock", "Låser upp ett möte: planeringen får flytta det") { meeting },
            (result, _) => new Edit(null, "unlock", result.GetRequiredValue(meeting),
                (edit, plan) => edit.Unlock(plan, result.GetRequiredValue(meeting))));
    }

    public static Command Place(TimeProvider time)
    {
        var meeting = Meeting();
        var (place, room) = (new Option<string?>("--place") { Description = "Plats" }, new Option<string?>("--room") { Description = "Rum" });
        var video = new Option<string?>("--video") { Description = "Länk till videomöte, https://…" };
        return Edit(time, new Command("place", "Säger var ett möte hålls; utan val hålls det där gruppen brukar mötas")
            {
                meeting, place, room, video,
            },
            (result, _) => new Edit(null, "place", result.GetRequiredValue(meeting), (edit, plan) => edit.Place(
                plan, result.GetRequiredValue(meeting), MeetingPlace.Typed(
                    result.GetValue(place), result.GetValue(room), result.GetValue(video)))));
    }

    public static Command Cancel(TimeProvider time)
    {
        var meeting = Meeting();
        var reason = new Option<string>("--reason") { Description = "Varför det ställs in", Required = true };
        return Edit(time, new Command("cancel", "Ställer in ett möte") { meeting, reason },
            (result, opened) => new Edit(null, "cancel", result.GetRequiredValue(meeting), (edit, plan) => edit.Cancel(
                plan, result.GetRequiredValue(meeting), opened.Today, result.GetRequiredValue(reason))));
    }

    public static Command Add(TimeProvider time)
    {
        var group = new Argument<string>("GROUP") { Description = "Grupp, till exempel simba/ledningsgrupp" };
        var (date, start) = (Typed.Date("DATE", "Dag, åååå-mm-dd"), Typed.Time("START"));
        var minutes = new Option<int?>("--minutes") { Description = "Längd i minuter; annars som gruppens möten" };
        var title = new Option<string?>("--title") { Description = "Rubrik; annars gruppens namn" };
        var command = new Command("add", "Lägger till ett möte som ingen regel kräver")
        {
            group, date, start, minutes, title,
        };
        return Edit(time, command, (result, _) => new Edit(
            result.GetValue(date).Year, "add", result.GetRequiredValue(group), (edit, plan) => edit.Add(
                plan, result.GetRequiredValue(group), result.GetValue(date), result.GetValue(start),
                result.GetValue(minutes), result.GetValue(title))));
    }

    private static Argument<string> Meeting() => new("MEETING")
    {
        Description = "Möte: dess id, slutet av det, eller början av dess UID",
    };

    private static Command Edit(TimeProvider time, Command command, Func<ParseResult, Opened, Edit> edit) =>
        new OpenDatabase(time).Serve(command, (result, opened, cancel) =>
            new Editing(opened).RunAsync(edit(result, opened), cancel));
}

/// <summary>A change that a person wants to make.</summary>
/// <param name="Year">The year it concerns; null when the meeting's id has to tell.</param>
/// <param name="Action">The command's name.</param>
/// <param name="Subject">The meeting or group as the person named it.</param>
internal sealed partial record Edit(int? Year, string Action, string Subject, Func<PlanEdit, Plan, EditedPlan> Make)
{
    /// <summary>
    /// The year that the end of a meeting's id names; null for a UID, which is looked for in every year.
    /// </summary>
    public int? YearOfSubject => YearInId.Match(Subject) is { Success: true } match
        ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"(?:^|/)(\d{4})-\d+$")]
    private static partial Regex YearInId { get; }
}
