using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AnnualCycle.Server.Tests.Feeds;

/// <summary>Every line that is logged, with its exception and the scopes around it.</summary>
internal sealed class LogLines : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _lines = [];
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public IReadOnlyList<string> All => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Logger(LogLines lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => lines._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            var scopes = new List<string>();
            lines._scopes.ForEachScope((scope, list) => list.Add($"{scope}"), scopes);
            lines._lines.Enqueue(
                $"{logLevel} {category}: {formatter(state, exception)} {exception} [{string.Join(", ", scopes)}]");
        }
    }
}
