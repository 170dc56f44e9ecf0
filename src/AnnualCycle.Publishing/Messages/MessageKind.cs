namespace AnnualCycle.Publishing.Messages;

/// <summary>A kind of mail: what it is, and what its files may say.</summary>
/// <param name="Name">As its files are called.</param>
/// <param name="WhatItIs">In a few words, for who edits it.</param>
/// <param name="WhenItGoes">What makes it go, for the same.</param>
/// <param name="Sample">Every value it has, with something in it. What is sent has the same names.</param>
public sealed record MessageKind(string Name, string WhatItIs, string WhenItGoes, MessageValues Sample)
{
    /// <summary>
    /// The value that has to be linked to: where the reader says which mails they want. Null for mails that cannot be
    /// turned off.
    /// </summary>
    public string? WayOut { get; init; }
}
