using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;
using GraphQL.Transport;
using Microsoft.Extensions.Options;
using SmartFlexBot.KrakenSimulator.Endpoint;
using SmartFlexBot.KrakenSimulator.Faults;
using SmartFlexBot.KrakenSimulator.Tokens;

namespace SmartFlexBot.KrakenSimulator.Schema;

/// <summary>POST /simulator/graphql.</summary>
internal sealed partial class GraphQLEndpoint(
    RootFields fields, TokenIssuer tokens, FaultStore faults, FaultEffects effects, IOptions<SimulatorOptions> options,
    ILogger<GraphQLEndpoint> logger)
{
    private readonly DocumentExecuter _executer = new();
    private readonly GraphQLSerializer _serializer = new(new KrakenErrorInfo());

    public async Task HandleAsync(HttpContext http)
    {
        if (await ReadAsync(http) is not { } request)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await WriteAsync(http, """{"errors":[{"message":"POST body must be a JSON object with a text \"query\"."}]}""");
            return;
        }

        var struck = faults.Take(RequestShape.Of(request.Query, request.OperationName, request.Variables));
        if (await effects.BeforeAsync(http, struck))
        {
            return;
        }

        if (struck.Any(fault => fault.Kind == FaultKind.Twice))
        {
            await ExecuteAsync(http, request, struck);
        }

        var result = await ExecuteAsync(http, request, struck);
        if (await effects.AfterAsync(http, struck))
        {
            return;
        }

        http.Response.ContentType = "application/json";
        await _serializer.WriteAsync(http.Response.Body, result, http.RequestAborted);
    }

    private async Task<GraphQLRequest?> ReadAsync(HttpContext http)
    {
        try
        {
            var request = await _serializer.ReadAsync<GraphQLRequest>(http.Request.Body, http.RequestAborted);
            return request?.Query is null ? null : request;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private async Task<ExecutionResult> ExecuteAsync(HttpContext http, GraphQLRequest request, IReadOnlyList<Fault> struck)
    {
        var (viewer, problem) = tokens.Authenticate(http.Request.Headers.Authorization);
        var result = await _executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = KrakenSchema.Instance,
            Query = request.Query,
            OperationName = request.OperationName,
            Variables = request.Variables,
            UserContext = new RequestContext(
                viewer, problem, Links.BaseUri(http, options.Value), [.. struck.Where(fault => fault.Kind == FaultKind.Error)], fields),
            CancellationToken = http.RequestAborted,
        });
        foreach (var error in result.Errors?.OfType<UnhandledError>() ?? [])
        {
            LogUnhandled(logger, error.InnerException);
        }

        return result;
    }

    private static Task WriteAsync(HttpContext http, string json)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(json, http.RequestAborted);
    }

    [LoggerMessage(LogLevel.Error, "A resolver failed.")]
    private static partial void LogUnhandled(ILogger logger, Exception? failure);
}
