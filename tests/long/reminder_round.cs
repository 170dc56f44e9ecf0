#:project ../../src/AnnualCycle.Publishing/AnnualCycle.Publishing.csproj
#:property PublishAot=false

using AnnualCycle;
using AnnualCycle.Calendars;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Messages;
using AnnualCycle.Publishing.Reminders;
using AnnualCycle.Storage;
using NodaTime.Text;

// One round of reminders at a given time, in a process of its own that may be killed: DATA CONFIG INSTANT.
var (data, config, now) = (args[0], args[1], InstantPattern.General.Parse(args[2]).Value);
var mistakes = new List<Mistake>();
var calendars = Path.Combine(config, "calendars");
var calendar = WorkCalendar.Read(Text("sweden.yaml"), Text("school-breaks.yaml"), mistakes)!;
var post = new Correspondence(new MailWriter(new Mailbox("arshjul@annualcycle.example", "Samverkansåret")),
    new Uri("http://127.0.0.1:5080"), MessageBook.Read(Path.Combine(config, "messages"), mistakes)!);
var key = FeedKey.Open(Path.Combine(data, "feed.key"));
var mails = await Database.Sqlite(Path.Combine(data, "annualcycle.db")).ChangeAsync(context =>
    new ReminderKeeper(context, key, post, calendar).KeepAsync(now, default));
Console.WriteLine(mails.Count);

(string File, string Text) Text(string file) => (file, File.ReadAllText(Path.Combine(calendars, file)));
