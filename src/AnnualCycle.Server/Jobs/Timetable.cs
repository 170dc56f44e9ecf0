using AnnualCycle.Plans;
using AnnualCycle.Server.Service;
using AnnualCycle.Storage;
using Npgsql;
using Quartz;

namespace AnnualCycle.Server.Jobs;

/// <summary>Which job, when. Each asks the database what is due; the times only say how often it is asked.</summary>
internal static class Timetable
{
    private const string EveryTenMinutesByDay = "0 0/10 8-17 ? * MON-FRI";

    private static readonly TimeZoneInfo Sweden = TimeZoneInfo.FindSystemTimeZoneById(Plan.TimeZone);

    /// <summary>
    /// In memory on SQLite, where one process is alone; on PostgreSQL shared by all nodes, so that one of them works.
    /// </summary>
    public static void AddTimetable(this IServiceCollection services, Installation installation)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "annualcycle");
            if (installation.Database.Provider == Provider.PostgreSql)
            {
                Share(quartz, installation.Database.ConnectionString);
            }

            quartz.ScheduleJob<NightlyWork>(
                trigger => trigger.WithIdentity(nameof(NightlyWork)).WithCronSchedule(installation.Options.NightlyWork,
                    cron => cron.InTimeZone(Sweden)
                        .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)),
                job => job.WithIdentity(nameof(NightlyWork)).RequestRecovery());
            quartz.ScheduleJob<Reminding>(
                trigger => trigger.WithIdentity(nameof(Reminding)).WithCronSchedule(EveryTenMinutesByDay,
                    cron => cron.InTimeZone(Sweden)
                        .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)),
                job => job.WithIdentity(nameof(Reminding)));
        });
        services.AddHostedService<WindowDressing>();
        services.AddSingleton<Sending>().AddHostedService(own => own.GetRequiredService<Sending>());
        services.AddQuartzHostedService(hosted =>
        {
            hosted.WaitForJobsToComplete = true;
            hosted.AwaitApplicationStarted = true;
        });
    }

    private static void Share(IQuartzBuilder quartz, string connection)
    {
        // A name of its own. Under one name two nodes take each other's work for their own, and what a node had begun
        // when it was cut off is never begun again.
        quartz.ConfigureScheduler(scheduler => scheduler.InstanceId = Node.Name);
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(NpgsqlFactory.Instance, connection);
            store.UseClustering(cluster =>
            {
                cluster.CheckinInterval = TimeSpan.FromSeconds(3);
                cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(6);
            });
            store.ProvisionSchema();
        });
    }
}
