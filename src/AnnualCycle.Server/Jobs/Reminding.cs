using AnnualCycle.Server.Service;
using AnnualCycle.Storage;
using NodaTime;
using Quartz;

namespace AnnualCycle.Server.Jobs;

/// <summary>By day: is it time to remind somebody?</summary>
[DisallowConcurrentExecution]
internal sealed class Reminding(ReminderRounds rounds, TimeProvider time, ILogger<Reminding> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancel)
    {
        try
        {
            await rounds.KeepAsync(Instant.FromDateTimeOffset(time.GetUtcNow()), cancel);
        }
        catch (Exception error) when (DatabaseTrouble.Of(error) is { } trouble)
        {
            // What was not done is done the next time.
            log.LogWarning("Påminnelserna väntar: {Trouble}", trouble.Text);
        }
    }
}
