namespace AnnualCycle.Server.SignIn;

/// <summary>The page that somebody is on the way to while they sign in.</summary>
internal static class OwnAddress
{
    private const int Longest = 500;

    /// <summary>
    /// The address when it is one of ours and fits into a header; null for anything else. One slash and no second one of
    /// either kind: a browser takes //host and /\host for another server.
    /// </summary>
    public static string? Of(string? target) => target is { Length: <= Longest }
        and (['/'] or ['/', not ('/' or '\\'), ..]) && target.All(letter => letter is > ' ' and < '\x7f') ? target : null;
}
