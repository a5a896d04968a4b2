using Microsoft.Extensions.Options;

namespace SmartFlexBot.Desk.Hubs.Genesys;

internal sealed class GenesysOptionsCheck(IServiceProvider services) : IValidateOptions<GenesysOptions>
{
    private const int ShortestSecret = 16;

    public ValidateOptionsResult Validate(string? name, GenesysOptions options) =>
        string.IsNullOrEmpty(options.Region) ? ValidateOptionsResult.Success
        : (WrongIn(options) ?? HubChoice.NeedsDesk(services, GenesysOptions.Section)) is { } wrong ? ValidateOptionsResult.Fail(wrong)
        : ValidateOptionsResult.Success;

    private static string? WrongIn(GenesysOptions options) => options switch
    {
        { IsOnThisMachine: false } when Uri.CheckHostName(options.Region) != UriHostNameType.Dns || !options.Region!.Contains('.') =>
            "Hub:Genesys:Region must be your region's domain alone, such as mypurecloud.de or usw2.pure.cloud.",
        _ when !Guid.TryParse(options.IntegrationId, out _) =>
            "Hub:Genesys:IntegrationId must be the id of your Open Messaging integration, as in the address of its page in Genesys Cloud.",
        { ClientId.Length: 0 } or { ClientSecret.Length: < ShortestSecret } =>
            "Set Hub:Genesys:ClientId and Hub:Genesys:ClientSecret to an OAuth client with the grant Client Credentials.",
        { WebhookSecret.Length: < ShortestSecret } =>
            "Hub:Genesys:WebhookSecret must be the outbound notification webhook signature secret token of the integration, "
            + "16 characters or more. Without it anybody could have us look at chats.",
        { EndSecret.Length: < ShortestSecret } =>
            "Hub:Genesys:EndSecret must be 16 characters or more: what your trigger shows at /hubs/genesys/ended when an agent leaves.",
        { Locale.Length: 0 } => "Hub:Genesys:Locale must be the agents' language, such as en.",
        _ when options.TransferWait < TimeSpan.FromSeconds(1) || options.TransferWait > TimeSpan.FromMinutes(5) =>
            "Set Hub:Genesys:TransferWait to a time from 00:00:01 to 00:05:00; 00:00:15 is usual.",
        _ => null,
    };
}
