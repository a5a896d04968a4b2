using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Tests.Channels.Http;

public sealed class ErrorFilterTests
{
    public static TheoryData<Exception, int, string, string?, string?> Failures => new()
    {
        { new ConversationNotFoundException(), 404, "NotFound", null, null },
        { new ConversationOwnedByAnotherException(), 403, "BadArgument", null, null },
        { new BadHttpRequestException("x", 413), 413, "BadArgument", null, null },
        { new StoreBusyException(), 429, "TooManyRequests", "1", null },
        { new StoreUnavailableException("full"), 503, "ServiceError", "5", null },
        { new InvalidOperationException("secret detail"), 503, "ServiceError", "5", null },
        { RequestRefusedException.Unauthorized("no token"), 401, "Unauthorized", null, "Bearer" },
        { RequestRefusedException.Forbidden("not yours"), 403, "BadArgument", null, null },
    };

    [Theory, MemberData(nameof(Failures))]
    public async Task Each_failure_is_told_in_the_protocols_words(
        Exception failure, int status, string code, string? retryAfter, string? authenticate)
    {
        var context = Context();
        await new ErrorFilter(NullLogger<ErrorFilter>.Instance).Answer(context, failure).ExecuteAsync(context);

        context.Response.StatusCode.ShouldBe(status);
        (Header("Retry-After"), Header("WWW-Authenticate")).ShouldBe((retryAfter, authenticate));
        context.Response.Body.Position = 0;
        var body = await new StreamReader(context.Response.Body).ReadToEndAsync(TestContext.Current.CancellationToken);
        body.ShouldStartWith($$$"""{"error":{"code":"{{{code}}}","message":""");
        body.ShouldNotContain("secret detail");

        string? Header(string name) => context.Response.Headers[name].ToString() is { Length: > 0 } value ? value : null;
    }

    [Fact]
    public async Task A_caller_who_has_left_is_told_nothing()
    {
        var context = Context();
        using var left = new CancellationTokenSource();
        context.RequestAborted = left.Token;
        var filter = new ErrorFilter(NullLogger<ErrorFilter>.Instance);
        await left.CancelAsync();

        await Should.ThrowAsync<IOException>(async () => await filter.InvokeAsync(
            new DefaultEndpointFilterInvocationContext(context), _ => throw new IOException("gone")));
    }

    private static DefaultHttpContext Context() => new()
    {
        RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider(),
        Response = { Body = new MemoryStream() },
    };
}
