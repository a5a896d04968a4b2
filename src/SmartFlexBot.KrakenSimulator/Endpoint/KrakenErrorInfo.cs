using GraphQL;
using GraphQL.Execution;

namespace SmartFlexBot.KrakenSimulator.Endpoint;

/// <summary>Writes errors in Kraken's shape. Errors of GraphQL itself (syntax, validation) have no extensions.</summary>
internal sealed class KrakenErrorInfo : IErrorInfoProvider
{
    public ErrorInfo GetInfo(ExecutionError executionError) => new()
    {
        Message = executionError.Message,
        Extensions = executionError switch
        {
            KrakenError error => error.Details,
            UnhandledError => KrakenError.Of("KT-CT-7899").Details,
            _ => null,
        },
    };
}
