using System.Diagnostics;

namespace AnnualCycle.Testing;

/// <summary>Waits for what another process does, within a limit that only a fault reaches.</summary>
public static class Patience
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <exception cref="TimeoutException">It did not come within two minutes.</exception>
    public static Task UntilAsync(Func<bool> isSo, Func<string> what, TimeSpan? limit = null) =>
        UntilAsync(() => Task.FromResult(isSo()), what, limit);

    /// <param name="what">What was waited for, when it did not come.</param>
    /// <exception cref="TimeoutException">It did not come within two minutes.</exception>
    public static async Task UntilAsync(Func<Task<bool>> isSo, Func<string> what, TimeSpan? limit = null)
    {
        var waited = Stopwatch.StartNew();
        while (!await isSo())
        {
            if (waited.Elapsed > (limit ?? TimeSpan.FromMinutes(2)))
            {
                throw new TimeoutException($"Waited in vain for {what()}");
            }

            await Task.Delay(Pause);
        }
    }
}
