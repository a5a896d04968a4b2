using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Web.Hosting;

/// <summary>A start that cannot succeed ends with the sentence that says what to set, not with a stack of calls.</summary>
internal static class StartProblems
{
    private const string NoCertificate =
        "There is no certificate for https. Set Kestrel:Certificates:Default:Path, or listen at http:// behind a proxy that has one.";

    private const string OtherAddress = "Set another one with --urls (or ASPNETCORE_URLS).";

    /// <param name="errors">Where the sentences go.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Func<Task> run, TextWriter errors)
    {
        try
        {
            await run();
            return 0;
        }
        catch (Exception problem) when (Sentences(problem) is { } sentences)
        {
            foreach (var sentence in sentences.Distinct())
            {
                await errors.WriteLineAsync(sentence);
            }

            return 1;
        }
    }

    /// <returns>Null for what is no mistake of whoever starts it: that one is told with its calls.</returns>
    public static IEnumerable<string>? Sentences(Exception problem) => problem switch
    {
        AggregateException { InnerExceptions: var several } =>
            several.Select(Sentences).ToList() is var all && all.TrueForAll(sentences => sentences is not null)
                ? all.SelectMany(sentences => sentences!)
                : null,
        OptionsValidationException settings => settings.Failures.Select(Plain),
        InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" } when IsOfCertificate(problem) => [NoCertificate],
        // A word where a number belongs.
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } => [UnreadableSetting.Sentence(problem.Message)],
        IOException { InnerException: AddressInUseException } => [$"{problem.Message} {OtherAddress}"],
        SocketException => [$"The address to listen at cannot be used: {problem.Message}. {OtherAddress}"],
        InvalidDataException { InnerException: FormatException detail } => [$"{problem.Message} {detail.GetBaseException().Message}"],
        InvalidDataException or CardTemplateException or StoreRefusedException or CopiesNotErasedException => [problem.Message],
        IOException or UnauthorizedAccessException or CryptographicException => [problem.Message],
        _ => null,
    };

    private static bool IsOfCertificate(Exception problem) => problem.Message.Contains("HTTPS endpoint", StringComparison.Ordinal);

    /// <summary>Without what attributes put around a sentence.</summary>
    private static string Plain(string failure) =>
        failure.Split("with the error: '", 2) is [_, var sentence] ? sentence.TrimEnd('.').TrimEnd('\'') : failure;
}
