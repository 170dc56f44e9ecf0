using AnnualCycle.Publishing.Mail;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Deliveries;

namespace AnnualCycle.Publishing.Outbox;

/// <summary>
/// Where what is to be sent is laid, within the change that it tells of: both are there, or neither is.
/// </summary>
public sealed class OutTray(AnnualCycleContext context, MailWriter writer)
{
    /// <summary>Lays a mail there; one that nobody can be sent is parked at once with the reason.</summary>
    /// <param name="mail">Its key is the delivery's, and no other delivery has it.</param>
    /// <param name="kind">One of <see cref="DeliveryKind"/>.</param>
    /// <param name="about">The collaboration, and the meeting's UID where it is about one.</param>
    public Delivery Lay(OutgoingMail mail, string kind, (string Collaboration, string? Uid) about)
    {
        var isPossible = mail.To.Wire is not null;
        var delivery = new Delivery
        {
            Key = mail.Key, Kind = kind, Collaboration = about.Collaboration, Uid = about.Uid,
            Recipient = mail.To.Address.ToLowerInvariant(), Subject = mail.Subject,
            Content = isPossible ? writer.Freeze(mail).Content.ToArray() : [], Created = mail.At, NotBefore = mail.At,
            State = isPossible ? DeliveryState.Waiting : DeliveryState.Parked,
        };
        if (!isPossible)
        {
            (delivery.Settled, delivery.History) = (mail.At, $"{mail.At} adressen går inte att skicka till\n");
        }

        return context.Deliveries.Add(delivery).Entity;
    }
}
