namespace AnnualCycle.Storage.Access;

/// <summary>A key that forms and cookies are protected with; its content is encrypted with a file's key.</summary>
public sealed class ProtectionKey
{
    public required string Name { get; init; }

    /// <summary>XML as ASP.NET Core's key ring writes it.</summary>
    public required string Content { get; set; }
}
