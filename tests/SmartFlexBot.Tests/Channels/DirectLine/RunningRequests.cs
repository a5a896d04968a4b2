using Microsoft.AspNetCore.Http;

namespace SmartFlexBot.Tests.Channels.DirectLine;

/// <summary>The requests being answered, to cut them off as a network would.</summary>
public sealed class RunningRequests : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<HttpContext> _running = [];
    private readonly SemaphoreSlim _polls = new(0);

    public async Task TrackAsync(HttpContext context, RequestDelegate next)
    {
        lock (_gate)
        {
            _running.Add(context);
        }

        try
        {
            await next(context);
        }
        finally
        {
            lock (_gate)
            {
                _running.Remove(context);
            }

            if (context.Request.Method == HttpMethods.Get && EndsWith(context, "/activities"))
            {
                _polls.Release();
            }
        }
    }

    public int CutStreams(string conversationId)
    {
        HttpContext[] streams;
        lock (_gate)
        {
            streams = [.. _running.Where(context => EndsWith(context, $"/{conversationId}/stream"))];
        }

        foreach (var stream in streams)
        {
            stream.Abort();
        }

        return streams.Length;
    }

    /// <summary>Completes after as many more polls were answered.</summary>
    public async Task PollsAsync(int count, CancellationToken cancellationToken)
    {
        while (_polls.Wait(0, CancellationToken.None))
        {
        }

        for (var answered = 0; answered < count; answered++)
        {
            await _polls.WaitAsync(cancellationToken);
        }
    }

    public void Dispose() => _polls.Dispose();

    private static bool EndsWith(HttpContext context, string end) => context.Request.Path.Value!.EndsWith(end, StringComparison.Ordinal);
}
