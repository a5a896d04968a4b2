using Microsoft.AspNetCore.Http;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>Tokens for the supplier's server, and their renewal by browsers.</summary>
internal sealed class TokenEndpoints(
    DirectLineAuthentication authentication, DirectLineSessions sessions, DirectLineTokens tokens, IConversationLog log)
{
    private const int MaximumBodyCharacters = 16 * 1024;
    private const int MaximumIdLength = 200;
    private const int MaximumAccountNumberLength = 64;

    public async Task<IResult> GenerateAsync(HttpContext context)
    {
        authentication.RequireSecret(context.Request);
        var body = await RequestBody.ReadAsync(
            context.Request, DirectLineJson.Default.GenerateRequest, MaximumBodyCharacters, context.RequestAborted);
        var origins = ReadOrigins(body?.TrustedOrigins);
        var session = await sessions.IssueAsync(
            ReadUser(body?.User), ReadAccountNumber(body?.AccountNumber), ReadConversationId(body?.ConversationId),
            LocaleOf(body?.Locale), origins, context.RequestAborted);
        return Answer(new(session.ConversationId, session.Token, session.ExpiresIn));
    }

    public async Task<IResult> RefreshAsync(HttpContext context)
    {
        var token = await authentication.RequireTokenAsync(context.Request);
        _ = await log.FindOriginAsync(DirectLineChannel.Key(token.ConversationId), context.RequestAborted)
            ?? throw new ConversationNotFoundException();
        var (renewed, expiresIn) = tokens.Renew(token);
        return Answer(new(token.ConversationId, renewed, expiresIn));
    }

    public static DirectLineUser ReadUser(UserBody? body)
    {
        if (string.IsNullOrEmpty(body?.Id))
        {
            return DirectLineSessions.NewUser(body?.Name);
        }

        return body.Id.Length <= MaximumIdLength && !body.Id.Any(char.IsControl)
            ? new(body.Id, body.Name)
            : throw RequestRefusedException.BadRequest(
                $"user.id must be at most {MaximumIdLength} characters, without control characters.");
    }

    /// <summary>A language tag; what is too long to be one is nobody's language.</summary>
    public static string? LocaleOf(string? locale) => locale is { Length: > 0 and <= 35 } ? locale : null;

    private static string? ReadAccountNumber(string? number) => number switch
    {
        null => null,
        _ when string.IsNullOrWhiteSpace(number) || number.Length > MaximumAccountNumberLength =>
            throw RequestRefusedException.BadRequest($"accountNumber must be 1 to {MaximumAccountNumberLength} characters, or left out."),
        _ => number,
    };

    private static string? ReadConversationId(string? id) =>
        id is "" ? throw RequestRefusedException.BadRequest("conversationId is empty. Leave it out to open a new conversation.") : id;

    private static string[] ReadOrigins(IReadOnlyList<string?>? origins)
    {
        if (origins?.FirstOrDefault(origin => !Origins.IsOrigin(origin)) is not null || origins?.Contains(null) is true)
        {
            throw RequestRefusedException.BadRequest("trustedOrigins must be origins like https://www.supplier.example, without a path.");
        }

        return [.. origins?.OfType<string>() ?? []];
    }

    private static IResult Answer(ConversationBody body) => Results.Json(body, DirectLineJson.Default.ConversationBody);
}
