using Microsoft.AspNetCore.Http;

namespace SmartFlexBot.Tests.Channels.DirectLine;

/// <summary>The requests being answered, to cut them off as a network would.</summary>
public sealed class RunningRequests : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<HttpContext> running = [];
    private readonly SemaphoreSlim polls = new(0);

    public async Task TrackAsync(HttpContext context, RequestDelegate next)
    {
        lock (gate)
            running.Add(context);
        try
        {
            await next(context);
        }
        finally
        {
            lock (gate)
                running.Remove(context);
            if (context.Request.Method == HttpMethods.Get && EndsWith(context, "/activities"))
                polls.Release();
        }
    }

    public int CutStreams(string conversationId)
    {
        HttpContext[] streams;
        lock (gate)
            streams = [.. running.Where(context => EndsWith(context, $"/{conversationId}/stream"))];
        foreach (var stream in streams)
            stream.Abort();
        return streams.Length;
    }

    /// <summary>Completes after as many more polls were answered.</summary>
    public async Task PollsAsync(int count, CancellationToken cancellationToken)
    {
        while (polls.Wait(0, CancellationToken.None))
        {
        }

        for (var answered = 0; answered < count; answered++)
            await polls.WaitAsync(cancellationToken);
    }

    public void Dispose() => polls.Dispose();

    private static bool EndsWith(HttpContext context, string end) => context.Request.Path.Value!.EndsWith(end, StringComparison.Ordinal);
}
