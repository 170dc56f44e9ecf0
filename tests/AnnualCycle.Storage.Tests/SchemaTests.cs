using AnnualCycle.Storage.Schema;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AnnualCycle.Storage.Tests;

public sealed class SchemaTests
{
    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Every_table_has_the_columns_that_the_model_believes_in_and_no_others(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await using var context = test.Database.Open();

        var model = context.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables
            .SelectMany(table => table.Columns.Select(column => new SchemaColumn(
                table.Name, column.Name, SchemaColumn.Kind(column.StoreType), column.IsNullable)));

        Assert.Equal(
            model.OrderBy(column => column.ToString(), StringComparer.Ordinal),
            await SchemaColumn.OfDatabaseAsync(context, provider));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_processes_that_start_at_once_prepare_the_database_once(Provider provider)
    {
        await using var test = await TestDatabase.EmptyAsync(provider);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => test.Database.PrepareAsync())));

        await using var context = test.Database.Open();
        Assert.Equal(0, await context.Plans.CountAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_database_from_a_newer_version_is_left_alone_and_said_so(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await using (var context = test.Database.Open())
        {
            await context.Database.ExecuteSqlRawAsync("insert into schema_step (number) values (900)");
        }

        var refused = await Assert.ThrowsAsync<DatabaseIsNewer>(() => test.Database.PrepareAsync());

        Assert.Contains("nyare version", DatabaseTrouble.Of(refused)!.Text);
    }

    [Fact]
    public void Both_engines_have_the_same_number_of_steps() =>
        Assert.Equal(SchemaSteps.StepsOf(Provider.Sqlite).Count, SchemaSteps.StepsOf(Provider.PostgreSql).Count);
}
