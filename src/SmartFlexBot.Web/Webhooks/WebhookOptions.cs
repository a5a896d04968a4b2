using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Hosting;

namespace SmartFlexBot.Web.Webhooks;

/// <summary>Settings section "Webhook".</summary>
public sealed class WebhookOptions
{
    public const string Section = "Webhook";

    /// <summary>Where events are posted; none when null.</summary>
    public Uri? Url { get; set; }

    /// <summary>Signs the body; at least 32 characters, or <c>whsec_</c> and 24 bytes or more as base64.</summary>
    public string Secret { get; set; } = "";
}

internal sealed class WebhookOptionsCheck : IValidateOptions<WebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookOptions options) => options switch
    {
        { Url: null } => ValidateOptionsResult.Success,
        { Url: { IsAbsoluteUri: false } } =>
            ValidateOptionsResult.Fail("Webhook:Url must be a whole address, such as https://example.com/hooks/smartflex."),
        { Url: { IsLoopback: false, Scheme: not "https" } } => ValidateOptionsResult.Fail("Webhook:Url must begin with https://."),
        { Secret.Length: < 32 } =>
            ValidateOptionsResult.Fail("Webhook:Secret must have at least 32 characters: the supplier checks the signature with it."),
        _ when WebhookSignature.Key(options.Secret) is not { Length: >= 24 } => ValidateOptionsResult.Fail(
            "Webhook:Secret begins with whsec_, so 24 bytes or more as base64 must follow, such as openssl rand -base64 32 makes."),
        _ => ValidateOptionsResult.Success,
    };
}

public static class WebhookServices
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.TryAddKeyedSingleton(SteadyTime.Wall, TimeProvider.System);
        services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsCheck>();
        services.AddHttpClient(JourneyWebhook.ClientName, client => client.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services.AddSingleton<IBusinessEventSink, JourneyWebhook>();
        return services;
    }
}
