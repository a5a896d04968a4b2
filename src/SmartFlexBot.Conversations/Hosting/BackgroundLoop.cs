using Microsoft.Extensions.Logging;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Hosting;

/// <summary>Work that is looked for again and again: when signalled, and after a pause. Survives its failures.</summary>
internal sealed partial class BackgroundLoop(string name, TimeSpan pause, Signal signal, TimeProvider time, ILogger logger)
{
    public async Task RunAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var begun = time.GetTimestamp();
            try
            {
                await work(cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                Log.Failed(logger, name, exception);
            }
            catch (Exception)
            {
                return;
            }

            try
            {
                await signal.WaitAsync(begun, pause, time, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Loop} failed; it goes on after its pause.")]
        public static partial void Failed(ILogger logger, string loop, Exception exception);
    }
}
