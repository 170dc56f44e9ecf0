namespace AnnualCycle.Publishing.Messages;

/// <summary>A kind of mail: what it is, and what its files may say.</summary>
/// <param name="Name">As its files are called.</param>
/// <param name="WhatItIs">In a few words, for who edits it.</param>
/// <param name="WhenItGoes">What makes it go, for the same.</param>
/// <param name="Sample">Every value it has, with something in it. What is sent has the same names.</param>
public sealed record MessageKind(string Name, string WhatItIs, string WhenItGoes, MessageValues Sample)
{
    /// <summary>
    /// The name of the value that every mail which can be turned off has, and leads to: the page where its reader says
    /// which mails they want (<see cref="MailWishes.LinkOf"/>).
    /// </summary>
    public const string WayOut = "mails";

    /// <summary>What it is turned off with; null for mails that nobody can be without.</summary>
    public MailGroup? Group
    {
        get;
        init
        {
            field = value;
            Sample[WayOut] = new Uri("https://samverkan.nord.example/mejl/EXEMPEL");
        }
    }
}
