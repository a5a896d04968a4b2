using Microsoft.Extensions.Options;

namespace SmartFlexBot.Web.Logs;

/// <summary>
/// Frameworks write addresses, headers and contents when their log is turned up: links, tickets, tokens, account numbers. Whatever
/// Logging:LogLevel says, they say no more than this, and below Information this project's own categories alone say anything.
/// </summary>
internal sealed class PrivateLogs : IPostConfigureOptions<LoggerFilterOptions>
{
    /// <summary>Category, or how it begins, and the lowest level that it may write. The first one counts.</summary>
    private static readonly (string Category, LogLevel Least)[] Limits =
    [
        ("SmartFlexBot", LogLevel.Trace),
        // Every address with its query, also as a scope around all that is written about a request.
        ("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None),
        // Where an answer leads.
        ("Microsoft.AspNetCore.Http.Result", LogLevel.Warning),
        // Whom we call: a supplier's webhook may carry a secret in its address.
        ("System.Net.Http", LogLevel.Warning),
        ("Polly", LogLevel.Warning),
        ("", LogLevel.Information),
    ];

    /// <summary>Why a start fails is said in a sentence, and these would tell it with all its calls.</summary>
    private static readonly string[] SilentBeforeStart =
        ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel", "Orleans"];

    private volatile bool _started;

    public void Started() => _started = true;

    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        var rules = options.Rules.Prepend(new(null, null, options.MinLevel, null)).ToList();
        options.Rules.Clear();
        foreach (var rule in rules)
        {
            options.Rules.Add(new(rule.ProviderName, rule.CategoryName, rule.LogLevel, (provider, category, level) =>
                MaySay(category, level) && (rule.Filter?.Invoke(provider, category, level) ?? true)));
        }
    }

    private bool MaySay(string? category, LogLevel level) =>
        level >= Limits.First(limit => Begins(category, limit.Category)).Least
        && (_started || !SilentBeforeStart.Any(silent => Begins(category, silent)));

    private static bool Begins(string? category, string with) => (category ?? "").StartsWith(with, StringComparison.Ordinal);
}
