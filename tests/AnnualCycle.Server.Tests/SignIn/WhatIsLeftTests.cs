using System.Text;
using AnnualCycle.Publishing.People;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Tests.SignIn;

/// <summary>What of people lies on the disk, who can read it, and what an erasure takes and leaves.</summary>
public sealed class WhatIsLeftTests
{
    private const string Chief = "chefen@nord.example";

    [Fact]
    public async Task A_process_leader_who_calls_somebody_by_a_common_word_touches_no_other_collaboration()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        const string leader = "leder.nord@nord.example";
        await service.GiveAsync(leader, Role.ProcessLeader, "nord");
        await service.GiveAsync(Chief, Role.Administrator, "");
        using var browser = await service.VisitorAsync(leader);
        await service.Folder.AskAsync(async context =>
        {
            foreach (var name in new[] { "sluten", "Slutna rådet", "administratör" })
            {
                context.Memberships.Add(new() { Collaboration = "nord", Seat = "nord/styrgrupp.ordforande", Name = name, Email = leader });
            }

            return await context.SaveChangesAsync();
        });
        var before = await PlansAsync(service, "sluten");

        Assert.DoesNotContain(Chief, (await browser.GetAsync("/min-sida/uppgifter")).Text, StringComparison.Ordinal);
        var erasure = new PersonErasure(service.Installation.Database, service.Installation.Key, []);
        await erasure.EraseAsync(leader, "prov", service.Now);

        Assert.Equal(before, await PlansAsync(service, "sluten"));
    }

    [Fact, System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task The_database_is_for_the_service_alone_also_in_a_folder_that_others_may_read()
    {
        await using var installation = await Service.SmallInstallation.CreateAsync(Provider.Sqlite);
        File.SetUnixFileMode(installation.Data, (UnixFileMode)0b111_101_101);
        await using var service = await installation.StartedAsync();

        foreach (var file in Directory.GetFiles(installation.Data, "annualcycle.db*").Append(installation.FeedKeyFile))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task An_erased_person_is_in_no_byte_of_the_database()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        using (var bo = await service.VisitorAsync("bo.berg@nord.example"))
        {
            await bo.PostAsync("/min-sida", "/min-sida?handler=Renew");
        }

        await new PersonErasure(service.Installation.Database, service.Installation.Key, [])
            .EraseAsync("bo.berg@nord.example", "prov", service.Now);

        foreach (var file in Directory.GetFiles(service.Folder.Data, "annualcycle.db*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            Assert.DoesNotContain("bo.berg@", Encoding.Latin1.GetString(bytes.ToArray()), StringComparison.Ordinal);
        }
    }

    private static Task<string> PlansAsync(OpenService service, string collaboration) => service.Folder.AskAsync(async context =>
        string.Join('\n', await context.Database.SqlQuery<string>(
            $"select plan as \"Value\" from plan_revision where collaboration = {collaboration} order by id").ToListAsync()));
}
