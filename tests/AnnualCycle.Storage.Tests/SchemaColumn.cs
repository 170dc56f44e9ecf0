using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Storage.Tests;

/// <summary>A column as a test compares it, without the engines' own names of types.</summary>
internal sealed record SchemaColumn(string Table, string Name, string Type, bool Nullable)
{
    private const string OfSqlite = """
        select t.name, c.name, c.type, case when c."notnull" or c.pk then 0 else 1 end
        from sqlite_master t join pragma_table_info(t.name) c
        where t.type = 'table' and t.name not like 'sqlite_%' and t.name not in ('schema_step')
        """;

    private const string OfPostgreSql = """
        select table_name, column_name, data_type, case when is_nullable = 'YES' then 1 else 0 end
        from information_schema.columns
        where table_schema = 'public' and table_name <> 'schema_step' and table_name not like 'qrtz_%'
        """;

    /// <summary>What the database says it has, in order.</summary>
    public static async Task<IReadOnlyList<SchemaColumn>> OfDatabaseAsync(AnnualCycleContext context, Provider provider)
    {
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = provider == Provider.Sqlite ? OfSqlite : OfPostgreSql;
        await using var rows = await command.ExecuteReaderAsync();
        var columns = new List<SchemaColumn>();
        while (await rows.ReadAsync())
        {
            var nullable = Convert.ToInt32(rows.GetValue(3), CultureInfo.InvariantCulture) == 1;
            columns.Add(new(rows.GetString(0), rows.GetString(1), Kind(rows.GetString(2)), nullable));
        }

        return [.. columns.OrderBy(column => column.ToString(), StringComparer.Ordinal)];
    }

    public static string Kind(string type) => type.ToLowerInvariant() switch
    {
        "timestamp with time zone" => "timestamptz",
        var other => other,
    };
}
