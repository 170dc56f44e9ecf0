using AnnualCycle.Publishing.Mail;

namespace AnnualCycle.Server.Configuration;

/// <summary>How the organisation's mail server takes mails from the service.</summary>
public sealed class MailOptions
{
    /// <summary>The way that mails go: to the server that is set, else into a folder of the data folder.</summary>
    public static MailRoads Roads(ServiceOptions options, DataFolder data, TimeProvider time)
    {
        var from = new Mailbox($"arshjul@{options.PublicAddress?.IdnHost ?? "annualcycle.example"}", "Samverkansåret");
        var writer = new MailWriter(from.Wire is null ? new Mailbox("arshjul@annualcycle.example", from.Name) : from);
        return new MailRoads(() => new FolderRoad(data.Mail, writer));
    }
}
