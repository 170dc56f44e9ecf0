namespace AnnualCycle.Testing;

/// <summary>Texts that somebody has read and found right, beside the tests that hold to them.</summary>
public static class Golden
{
    // Set by whoever wants to read what has changed: the files are written anew, and every test that wrote one fails.
    private const string Write = "ANNUALCYCLE_WRITE_GOLDENS";

    /// <param name="file">From the folder of all tests.</param>
    /// <param name="text">What it is now, for whoever writes the file anew.</param>
    /// <returns>What somebody has read.</returns>
    public static string Of(string file, string text)
    {
        var path = Path.Combine(Repository.Root, "tests", file);
        if (Environment.GetEnvironmentVariable(Write) is { Length: > 0 })
        {
            File.WriteAllText(path, text);
            throw new InvalidOperationException($"{file} is written: read it, and run again without {Write}.");
        }

        return File.ReadAllText(path);
    }
}
