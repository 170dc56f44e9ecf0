namespace AnnualCycle.Publishing.Tests.Outlook;

/// <summary>
/// Stops a worker dead at one of its requests, as a process that is killed there: it does nothing more and gives nothing
/// back, until a test wakes it long after others have taken over.
/// </summary>
/// <param name="request">Which of its requests, from 1.</param>
/// <param name="isAnswered">True to stop when the answer has come and nothing is written of it yet.</param>
internal sealed class Barrier(int request, bool isAnswered) : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _awake = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;

    public Task Reached => _reached.Task;

    public void Wake() => _awake.TrySetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancel)
    {
        var isHere = Interlocked.Increment(ref _count) == request;
        if (isHere && !isAnswered)
        {
            await StopAsync();
        }

        var answer = await base.SendAsync(message, isHere ? CancellationToken.None : cancel);
        if (isHere && isAnswered)
        {
            await StopAsync();
        }

        return answer;
    }

    private Task StopAsync()
    {
        _reached.TrySetResult();
        return _awake.Task;
    }
}
