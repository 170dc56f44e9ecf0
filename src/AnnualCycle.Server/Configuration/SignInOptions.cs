namespace AnnualCycle.Server.Configuration;

/// <summary>How people sign in: at their own organisations, and with links by mail, for how long.</summary>
public sealed class SignInOptions
{
    /// <summary>
    /// Organisations whose sign-in (OpenID Connect) is taken, by a short name of letters that ends the address it comes
    /// back to: <c>/signin-oidc/{name}</c>.
    /// </summary>
    public Dictionary<string, ProviderOptions> Providers { get; set; } = [];

    /// <summary>False when nobody may sign in with a link by mail.</summary>
    public bool Links { get; set; } = true;

    /// <summary>Days from signing in until it has to be done again, 1 to 90.</summary>
    public int SessionDays { get; set; } = 14;
}

/// <summary>An organisation whose people sign in with what they sign in with at work.</summary>
public sealed class ProviderOptions
{
    /// <summary>What its people call it, on the button: "Region Nord".</summary>
    public string Name { get; set; } = "";

    /// <summary>
    /// The issuer's address, https; what follows is found at <c>/.well-known/openid-configuration</c>. For Entra ID
    /// <c>https://login.microsoftonline.com/{tenant}/v2.0</c>, never <c>common</c>.
    /// </summary>
    public Uri? Authority { get; set; }

    public string ClientId { get; set; } = "";

    /// <summary>
    /// The claim that has the address. <c>preferred_username</c> only where people cannot choose it themselves.
    /// </summary>
    public string EmailClaim { get; set; } = "email";

    /// <summary>Belongs in the environment; or use <see cref="ClientSecretFile"/>.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A file that holds the secret and nothing else.</summary>
    public string? ClientSecretFile { get; set; }

    /// <summary>
    /// Domains of e-mail addresses that this organisation answers for, comma between. It cannot sign in anybody else:
    /// who runs a directory may write any address into it.
    /// </summary>
    public string Domains { get; set; } = "";

    /// <summary>Whether an address is in one of <see cref="Domains"/>.</summary>
    public bool AnswersFor(string email) => Domains
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Contains(email[(email.LastIndexOf('@') + 1)..], StringComparer.OrdinalIgnoreCase);

    /// <exception cref="IOException">The file cannot be read.</exception>
    public string Secret() => ClientSecret ?? (ClientSecretFile is { } file ? File.ReadAllText(file).Trim() : "");
}
