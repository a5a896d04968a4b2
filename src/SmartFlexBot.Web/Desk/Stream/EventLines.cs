using Microsoft.AspNetCore.Http.Features;

namespace SmartFlexBot.Web.Desk.Stream;

/// <summary>Server-Sent Events as bytes; several may write, one after the other.</summary>
internal sealed class EventLines(HttpResponse response) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public void Dispose() => _turn.Dispose();

    public void SetHeaders()
    {
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        // nginx would collect it.
        response.Headers["X-Accel-Buffering"] = "no";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    /// <summary>Says nothing, and shows that the line is alive.</summary>
    public Task WriteCommentAsync(CancellationToken cancellationToken) => WriteAsync(":\n\n", cancellationToken);

    /// <summary>Whoever reads this has been signed out. It has data, because a browser drops an event without any.</summary>
    public Task WriteEndAsync(CancellationToken cancellationToken) => WriteAsync("event: over\ndata: over\n\n", cancellationToken);

    /// <param name="data">One line.</param>
    public Task WriteAsync(string id, string kind, string data, CancellationToken cancellationToken) =>
        WriteAsync($"id: {id}\nevent: {kind}\ndata: {data}\n\n", cancellationToken);

    private async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await response.WriteAsync(text, cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }
}
