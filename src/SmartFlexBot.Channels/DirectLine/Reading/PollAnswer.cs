using Microsoft.AspNetCore.Http;

namespace SmartFlexBot.Channels.DirectLine.Reading;

/// <summary>A page as the answer to a poll. A client that does not take it in time is cut off; the next poll asks for the same.</summary>
internal sealed class PollAnswer(SharedPage page, ClientHolding holding, CancellationTokenSource cut, TimeProvider time) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var late = new CancellationTokenSource(ReaderPatience.Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cut.Token, httpContext.RequestAborted);
        try
        {
            httpContext.Response.ContentType = ActivitySet.MediaType;
            httpContext.Response.ContentLength = page.Bytes.Length;
            foreach (var (bytes, _) in Pieces.Of(page.Bytes))
            {
                await httpContext.Response.BodyWriter.WriteAsync(bytes, either.Token);
            }
        }
        catch (OperationCanceledException)
        {
            httpContext.Abort();
        }
        finally
        {
            holding.Dispose();
            page.Dispose();
        }
    }
}
