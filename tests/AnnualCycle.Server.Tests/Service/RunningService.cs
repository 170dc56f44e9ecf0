using System.Net;
using AnnualCycle.Testing;

namespace AnnualCycle.Server.Tests.Service;

/// <summary><c>annualcycle serve</c> while it runs, and what it answers over HTTP.</summary>
internal sealed class RunningService(RunningProgram program) : IAsyncDisposable
{
    private const string Announced = "Årshjulet finns på ";
    private readonly HttpClient _http = new();

    /// <summary>Where it listens; null before <see cref="ServesAsync"/>.</summary>
    public Uri? Address { get; private set; }

    public RunningProgram Program { get; } = program;

    /// <summary>Waits until it has said where it is.</summary>
    public async Task ServesAsync()
    {
        var line = await Program.SaysAsync(Announced);
        Address = new Uri(line[Announced.Length..]);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(Address!, path));

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await GetAsync(path);
        return answer.StatusCode;
    }

    public async Task<ServedFeed> FeedAsync(string path)
    {
        using var answer = await GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {(int)answer.StatusCode} {text} {Program}");
        return new ServedFeed(
            answer.Headers.ETag!.Tag, answer.Content.Headers.LastModified?.ToString("R") ?? "", text);
    }

    public Task<int> StopAsync() => Program.StopAsync();

    public Task KillAsync() => Program.KillAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Program.DisposeAsync();
    }
}
