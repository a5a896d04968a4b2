using Microsoft.Extensions.Options;

namespace SmartFlexBot.Desk.Hubs.Chatwoot;

internal sealed class ChatwootOptionsCheck(IServiceProvider services) : IValidateOptions<ChatwootOptions>
{
    private const int ShortestSecret = 16;

    public ValidateOptionsResult Validate(string? name, ChatwootOptions options) => options.Url is null
        ? ValidateOptionsResult.Success
        : WrongIn(options) ?? (HubChoice.NeedsDesk(services, ChatwootOptions.Section) is { } wrong
            ? Wrong(wrong)
            : ValidateOptionsResult.Success);

    private static ValidateOptionsResult? WrongIn(ChatwootOptions options) => options switch
    {
        { Url: { IsAbsoluteUri: false } or { IsLoopback: false, Scheme: not "https" } or { Scheme: not ("https" or "http") } } =>
            Wrong("Hub:Chatwoot:Url must be a whole address that begins with https://, such as https://chat.example.com."),
        { Url.UserInfo.Length: > 0 } or { Url.Query.Length: > 0 } or { Url.Fragment.Length: > 0 } =>
            Wrong("Hub:Chatwoot:Url must be an address alone: without a name, a ? or a #."),
        { AccountId: <= 0 } => Wrong("Hub:Chatwoot:AccountId must be the number in Chatwoot's own address, as in /app/accounts/1."),
        { InboxId: <= 0 } => Wrong("Hub:Chatwoot:InboxId must be the number of an inbox whose channel is API."),
        { Token.Length: < ShortestSecret } =>
            Wrong("Hub:Chatwoot:Token must be the access token of an administrator, from Profile settings in Chatwoot."),
        { WebhookSecret.Length: < ShortestSecret } => Wrong(
            "Hub:Chatwoot:WebhookSecret must be the webhook secret that Chatwoot shows with the inbox's settings (4.13 or newer). "
            + "Without it anybody could speak as an agent."),
        { Locale.Length: 0 } => Wrong("Hub:Chatwoot:Locale must be the agents' language, such as en."),
        _ => null,
    };

    private static ValidateOptionsResult Wrong(string sentence) => ValidateOptionsResult.Fail(sentence);
}
