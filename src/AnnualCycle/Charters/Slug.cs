using System.Text;

namespace AnnualCycle.Charters;

/// <summary>A name as it stands in ids, addresses and file names: "Att växa upp" becomes <c>att-vaxa-upp</c>.</summary>
public static class Slug
{
    /// <summary>
    /// Lower case; å and ä as a, ö as o, é as e; everything else but letters, digits, <c>*</c> and <c>.</c> becomes one
    /// hyphen.
    /// </summary>
    public static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var sign in name.Trim().ToLowerInvariant())
        {
            Append(slug, sign);
        }

        return slug.ToString().Trim('-');
    }

    private static void Append(StringBuilder slug, char sign)
    {
        var plain = sign switch { 'å' or 'ä' => 'a', 'ö' => 'o', 'é' => 'e', 'ü' => 'u', _ => sign };
        if (char.IsAsciiLetterOrDigit(plain) || plain is '*' or '.')
        {
            slug.Append(plain);
        }
        else if (slug.Length > 0 && slug[^1] != '-')
        {
            slug.Append('-');
        }
    }
}
