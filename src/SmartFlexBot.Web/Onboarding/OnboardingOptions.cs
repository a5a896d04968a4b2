using Microsoft.Extensions.Options;

namespace SmartFlexBot.Web.Onboarding;

/// <summary>Settings section "Onboarding".</summary>
public sealed class OnboardingOptions
{
    public const string Section = "Onboarding";

    /// <summary>Names a file in <see cref="MarketsPath"/>.</summary>
    public string Market { get; set; } = "demo";

    public string MarketsPath { get; set; } = Path.Combine(AppContext.BaseDirectory, "markets");

    public string CardsPath { get; set; } = Path.Combine(AppContext.BaseDirectory, "cards");

    /// <summary>
    /// Where customers' browsers reach this host; null: under whatever name they call it, and links lead to where it listens.
    /// </summary>
    public Uri? PublicUrl { get; set; }
}

internal sealed class OnboardingOptionsCheck : IValidateOptions<OnboardingOptions>
{
    public ValidateOptionsResult Validate(string? name, OnboardingOptions options) => options switch
    {
        { PublicUrl.IsAbsoluteUri: false } =>
            ValidateOptionsResult.Fail("Onboarding:PublicUrl must be a whole address, such as https://chat.example.com."),
        { PublicUrl: { IsLoopback: false, Scheme: not "https" } or { Scheme: not ("http" or "https") } } =>
            ValidateOptionsResult.Fail("Onboarding:PublicUrl must begin with https://."),
        { PublicUrl: { PathAndQuery: not "/" } or { Fragment.Length: > 0 } or { UserInfo.Length: > 0 } } =>
            ValidateOptionsResult.Fail("Onboarding:PublicUrl must be scheme, host and port alone, such as https://chat.example.com."),
        _ when !File.Exists(Path.Combine(options.MarketsPath, $"{options.Market}.json")) =>
            ValidateOptionsResult.Fail($"Onboarding:Market is '{options.Market}', but {options.MarketsPath} has no {options.Market}.json."),
        _ when !Directory.Exists(options.CardsPath) =>
            ValidateOptionsResult.Fail($"Onboarding:CardsPath: there is no folder {options.CardsPath}."),
        _ => ValidateOptionsResult.Success,
    };
}
