using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SmartFlexBot.Tests.Conversations;

internal sealed class TestLog : ILoggerProvider
{
    public ConcurrentQueue<(LogLevel Level, string Message)> Entries { get; } = [];

    public LogLevel Least { get; set; } = LogLevel.Information;

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(TestLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            if (log.Least == LogLevel.Trace)
            {
                log.Entries.Enqueue((LogLevel.Trace, $"{category}: scope {state}"));
            }

            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => logLevel >= log.Least;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Entries.Enqueue((logLevel, $"{category}: {formatter(state, exception)} {exception}"));
    }
}
