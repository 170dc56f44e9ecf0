using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Mail.Submission;

namespace AnnualCycle.Publishing.Tests.Mail.Submission;

/// <summary>One mail to a server of a test's own.</summary>
internal static class Visit
{
    public static SubmissionServer InClear(ScriptedServer server) =>
        new("127.0.0.1", server.Port) { Security = SubmissionSecurity.None };

    public static SubmissionServer Secret(ScriptedServer server, string authority) => new("localhost", server.Port)
    {
        CertificateAuthorityFile = authority,
        Security = server.IsSecretFromTheStart ? SubmissionSecurity.Tls : SubmissionSecurity.StartTls,
    };

    public static SubmissionLogIn Password { get; } = new("arshjul", _ => ValueTask.FromResult("hemligt-lösen-1"));

    public static SubmissionLogIn Token { get; } =
        new("arshjul@nord.example", _ => ValueTask.FromResult("abc.def")) { IsToken = true };


    public static SubmissionRoad Road(SubmissionServer server, TimeProvider? time = null) =>
        new(server, SomeMail.Writer, time ?? new HeldTime());

    public static async Task<MailOutcome> SendAsync(
        SubmissionServer server, OutgoingMail? mail = null, TimeProvider? time = null,
        CancellationToken cancel = default)
    {
        await using var road = Road(server, time);
        return await road.SendAsync(mail ?? SomeMail.To("asa.oberg@nord.example"), cancel);
    }
}
