using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.Channels.BotConnector;

/// <summary>Stops the start with a sentence that names the setting to change.</summary>
internal sealed class BotConnectorOptionsValidator(IHostEnvironment environment) : IValidateOptions<BotConnectorOptions>
{
    public ValidateOptionsResult Validate(string? name, BotConnectorOptions options) =>
        (HasAccount: !string.IsNullOrEmpty(options.DevelopmentAccount), HasAppId: !string.IsNullOrEmpty(options.AppId)) switch
        {
            { HasAccount: true } when !environment.IsDevelopment() => ValidateOptionsResult.Fail(
                "BotConnector:DevelopmentAccount would give every caller one customer's account. Leave it out outside Development."),
            { HasAccount: true, HasAppId: true } => ValidateOptionsResult.Fail(
                "BotConnector:DevelopmentAccount is for a bot without an app id. Leave out either it or BotConnector:AppId."),
            _ => ValidateOptionsResult.Success,
        };
}
