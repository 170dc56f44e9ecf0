namespace AnnualCycle.Storage.Access;

/// <summary>Groups of mails that a person can say no to, as they stand in <see cref="MutedMail.Kind"/>.</summary>
public static class MailGroup
{
    public const string Meetings = "meetings", Duties = "duties", Invites = "invites", Rounds = "rounds", News = "news";
}
