using AnnualCycle.Plans;
using AnnualCycle.Publishing.Duties;
using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Messages;
using AnnualCycle.Storage;
using NodaTime;

namespace AnnualCycle.Publishing.LeaderNews;

/// <summary>Tells one process leader their news, in the words of the files.</summary>
internal sealed class LeaderNewsLetter(Correspondence post, string collaboration, LocalDate today)
{
    /// <summary>Of each kind; how many more there are is said.</summary>
    private const int Most = 5;

    /// <param name="next">The near meeting that made it go at once; null in the week's letter.</param>
    public OutgoingMail Write(AnswerablePerson to, IReadOnlyList<LeaderNewsItem> news, PlannedMeeting? next, Uri mails,
        Instant at) =>
        post.Messages.Write(LeaderNewsMessage.Kind, to.Language, new MessageValues
        {
            ["person"] = new MessageValues { ["name"] = to.Name }, ["collaboration"] = collaboration,
            ["number"] = news.Count, ["week"] = SwedishDates.Week(today),
            ["next"] = next is null ? null : new MessageValues { ["title"] = next.Title, ["day"] = next.Date },
            ["parts"] = news.GroupBy(own => own.Kind).OrderBy(same => same.Key).Select(Part).ToList(),
            [MessageKind.WayOut] = mails,
        }).Mail($"{LeaderNewsMessage.Kind.Name}.{Print.Of([to.Email, .. news.Select(own => own.Key)])[..32]}",
            new Mailbox(to.Email, to.Name), at);

    private MessageValues Part(IGrouping<LeaderNewsKind, LeaderNewsItem> same) => new()
    {
        ["kind"] = LeaderNewsMessage.NameOf(same.Key), ["items"] = same.Take(Most).Select(Item).ToList(),
        ["more"] = Math.Max(0, same.Count() - Most),
    };

    private MessageValues Item(LeaderNewsItem own) => new()
    {
        ["title"] = own.Title, ["text"] = own.Text, ["day"] = own.Day, ["can_come"] = own.Few?.Possible,
        ["needed"] = own.Few?.Needed, ["link"] = new Uri(post.Address, own.Path),
    };
}

/// <summary>The kind of mail that process leaders get their news in.</summary>
public static class LeaderNewsMessage
{
    public static MessageKind Kind { get; } = new("leader-news", "Processledarens nyheter: sådant som behöver ses över",
        "Måndag klockan 8, och samma dag när det gäller ett möte inom två veckor eller det mötets år", new MessageValues
        {
            ["person"] = new MessageValues { ["name"] = "Eva Ek" }, ["collaboration"] = "SIMBA", ["number"] = 6, ["week"] = 6,
            ["next"] = new MessageValues { ["title"] = "Ledningsgrupp i samverkan", ["day"] = new LocalDate(2027, 2, 9) },
            ["parts"] = new[]
            {
                Part(LeaderNewsKind.TooFew, "Ledningsgrupp i samverkan", "", "/simba/moten/EXEMPEL"),
                Part(LeaderNewsKind.Unplaced, "Samordningsgrupp", "1 möte fick inte plats: sportlov i Ale", "/simba/ar"),
                Part(LeaderNewsKind.Stopped, "Ny: SIMBA Ledningsgrupp tis 9 feb 09:00", "bo.alm@ale.example", "/simba/utskick"),
                Part(LeaderNewsKind.Outlook, "SIMBA Ledningsgrupp i samverkan",
                    "I Outlook: ons 10 feb 10:00. Hos oss: tis 9 feb 09:00.", "/simba/outlook"),
                Part(LeaderNewsKind.Draft, "2028", "Ledamöterna är ändrade", "/simba/publicera/2028"),
                Part(LeaderNewsKind.Question, "Ledningsgrupp i samverkan", "Vem sammankallar gruppen?", "/simba"),
            },
        })
    {
        Group = MailGroup.LeaderNews,
    };

    /// <summary>As the files call it.</summary>
    public static string NameOf(LeaderNewsKind kind) => kind switch
    {
        LeaderNewsKind.TooFew => "too_few",
        LeaderNewsKind.Unplaced => "unplaced",
        LeaderNewsKind.Stopped => "stopped",
        LeaderNewsKind.Outlook => "outlook",
        LeaderNewsKind.Draft => "draft",
        _ => "question",
    };

    private static MessageValues Part(LeaderNewsKind kind, string title, string text, string path) => new()
    {
        ["kind"] = NameOf(kind), ["more"] = 0, ["items"] = new[]
        {
            new MessageValues
            {
                ["title"] = title, ["text"] = text, ["day"] = new LocalDate(2027, 2, 9), ["can_come"] = 2, ["needed"] = 5,
                ["link"] = new Uri($"https://samverkan.nord.example{path}"),
            },
        },
    };
}
