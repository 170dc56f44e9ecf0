using NodaTime;

namespace AnnualCycle.Storage.Charters;

/// <summary>Where a version of a charter came from.</summary>
public enum CharterOrigin
{
    /// <summary>A file in the folder of charters.</summary>
    File,

    /// <summary>A person, in the service itself.</summary>
    Service,
}

/// <summary>Whether a version is what years are planned from.</summary>
public enum CharterState
{
    Draft, InForce, Superseded, Rejected,
}

/// <summary>A charter as it was at one time: the whole file, kept for ever.</summary>
public sealed class CharterVersion
{
    public long Id { get; init; }

    /// <summary>Id of the collaboration: the file's name.</summary>
    public required string Collaboration { get; init; }

    /// <summary>From 1 within the collaboration.</summary>
    public required int Number { get; init; }

    public required CharterOrigin Origin { get; init; }

    public required CharterState State { get; set; }

    /// <summary>The charter file's text.</summary>
    public required string Content { get; init; }

    /// <summary>For a draft: lines that left (-) and came (+) against the version in force.</summary>
    public string? Difference { get; init; }

    public required Instant Created { get; init; }

    public required string CreatedBy { get; init; }
}

/// <summary>What was last taken from a charter's file, so that only a changed file is imported again.</summary>
public sealed class CharterImportMark
{
    public required string Collaboration { get; init; }

    /// <summary>SHA-256 of the file, as hexadecimal digits.</summary>
    public required string ContentHash { get; set; }

    public required Instant Imported { get; set; }
}
