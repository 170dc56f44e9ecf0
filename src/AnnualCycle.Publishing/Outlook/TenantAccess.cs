namespace AnnualCycle.Publishing.Outlook;

/// <summary>What the service shows the organisation's tenant to be let in, and where.</summary>
/// <param name="Tenant">Its id, or one of its domains.</param>
/// <param name="ClientId">The service's own id there (application id).</param>
public sealed record TenantAccess(string Tenant, string ClientId)
{
    /// <summary>Where mailboxes are asked, <c>https://graph.microsoft.com</c>.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Where keys are given out, <c>https://login.microsoftonline.com</c>.</summary>
    public required Uri Authority { get; init; }

    /// <summary>True where Microsoft is not to be asked first whether the authority is one of its own.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The secret itself, from the environment; null for one of the files.</summary>
    public string? Secret { get; init; }

    /// <summary>A file that holds the secret and nothing else.</summary>
    public string? SecretFile { get; init; }

    /// <summary>Certificate with its key: PEM, or PFX.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>A file that holds the certificate's password and nothing else; null for none.</summary>
    public string? CertificatePasswordFile { get; init; }

    public string Scope => $"{Endpoint.GetLeftPart(UriPartial.Authority)}/.default";

    /// <summary>Address that all requests begin with.</summary>
    public Uri Root => new(Endpoint.AbsoluteUri.TrimEnd('/') is var own
        && own.EndsWith("/v1.0", StringComparison.Ordinal) ? $"{own}/" : $"{own}/v1.0/");
}
