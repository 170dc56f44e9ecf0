using System.Text.RegularExpressions;
using AnnualCycle.Publishing;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Inbox;
using AnnualCycle.Storage.Invitations;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Server.Tests.SignIn;

/// <summary>Members of Nord asked about next year, from the pages, and a mail that waits for somebody.</summary>
internal static partial class AskedRounds
{
    public static string PageOf(OpenService service) => $"/nord/samrad/{SwedishTime.DayOf(service.Now).Year + 1}";

    /// <summary>The last day, a fortnight away.</summary>
    public static LocalDate UntilOf(OpenService service) => SwedishTime.DayOf(service.Now).PlusDays(14);

    /// <summary>Starts a round as a process leader does.</summary>
    /// <returns>The link in the mail to the first who is asked.</returns>
    public static async Task<string> StartAsync(OpenService service, Visitor leader)
    {
        var (page, day) = (PageOf(service), $"{UntilOf(service):uuuu-MM-dd}");
        var preview = $"{page}?till={day}&igen=false";
        var shown = await leader.GetAsync(preview);
        Assert.Contains("Skicka frågan till 1 person<", shown.Text, StringComparison.Ordinal);
        Assert.Equal(0, await service.Folder.AskAsync(context => context.Deliveries.CountAsync()));
        await leader.PostAsync(preview, $"{page}?handler=Start", ("until", day), ("again", "false"));
        return await LinkAsync(service, DeliveryKind.Round);
    }

    public static async Task<string> LinkAsync(OpenService service, string kind)
    {
        var mail = await service.Folder.AskAsync(context =>
            context.Deliveries.OrderBy(own => own.Id).FirstAsync(own => own.Kind == kind));
        return Link.Match(System.Text.Encoding.UTF8.GetString(mail.Content)).Value;
    }

    /// <summary>An answer from another address than the one that is asked.</summary>
    public static async Task PutAsideAsync(OpenService service)
    {
        await using var context = service.Installation.Database.Open();
        var entry = await context.Entries.FirstAsync(own => own.Collaboration == "nord" && own.Item.StartsWith("nord/styrgrupp/"));
        context.Invitations.Add(new Invitation
        {
            Uid = entry.Uid, Email = "anna.ask@nord.example", Collaboration = "nord", State = InvitationState.Live, Sequence = 0,
            Date = new LocalDate(2027, 1, 12), Start = "09:00", End = "10:00", Place = "", Print = "", Changed = service.Now,
            TokenHash = "x",
        });
        context.PutAsideMails.Add(new PutAsideMail
        {
            At = service.Now, Print = "x", Reason = "svar från en annan adress", Sender = "<b>ask@privat.example",
            Collaboration = "nord", Uid = entry.Uid, Sequence = 0, Attendee = "anna.ask@nord.example", Answer = Storage.Invitations.Answer.No,
            Subject = "Avböjt: <script>", Said = "Kan inte\nden dagen",
        });
        await context.SaveChangesAsync();
    }

    [GeneratedRegex("/samrad/[A-Za-z0-9_-]{32}")]
    private static partial Regex Link { get; }
}
