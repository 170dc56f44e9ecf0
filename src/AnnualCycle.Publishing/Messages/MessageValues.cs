namespace AnnualCycle.Publishing.Messages;

/// <summary>
/// What a mail tells, by the names that its file uses: texts, whole numbers, days, times, addresses, yes or no, others
/// like this one, and lists of them. A list is a list of texts or of <see cref="MessageValues"/>.
/// </summary>
public sealed class MessageValues() : Dictionary<string, object?>(StringComparer.Ordinal);
