using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Storage;

/// <summary>Columns are named as the properties are, in SQL's way: <c>TokenHash</c> is <c>token_hash</c>.</summary>
internal static partial class ColumnNames
{
    public static void InLowerCase(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(Boundary.Replace(property.Name, "_").ToLowerInvariant());
        }
    }

    // "ETag" is one word.
    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Boundary { get; }
}
