using System.Text;
using AnnualCycle.Storage;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Publishing.Tests.People;

/// <summary>Every cell of every table as text: where somebody would look for a name.</summary>
internal static class WholeDatabase
{
    public static async Task<string> TextAsync(Database database)
    {
        await using var context = database.Open();
        await using var connection = await database.ConnectAsync(default);
        var all = new StringBuilder();
        foreach (var table in context.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Order())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"select * from {table} order by 1";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                var cells = Enumerable.Range(0, rows.FieldCount).Select(rows.GetValue)
                    .Select(cell => cell is byte[] bytes ? Encoding.UTF8.GetString(bytes) : cell);
                all.Append(table).Append(' ').AppendJoin(' ', cells).Append('\n');
            }
        }

        return all.ToString();
    }
}
