using AnnualCycle.Server.Service;
using AnnualCycle.Storage.Jobs;
using NodaTime;
using Quartz;

namespace AnnualCycle.Server.Jobs;

/// <summary>Each night: is everything still true?</summary>
[DisallowConcurrentExecution]
internal sealed class NightlyWork(Caretaker caretaker, DoneOnce once, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancel)
    {
        var due = Instant.FromDateTimeOffset(context.ScheduledFireTimeUtc ?? context.FireTimeUtc);
        await once.DoAsync(Caretaker.Job, due,
            () => caretaker.KeepAsync(Instant.FromDateTimeOffset(time.GetUtcNow()), cancel), time, cancel);
    }
}
