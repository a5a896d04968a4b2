using System.Text.Json;
using System.Text.Json.Serialization;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Accounts;
using SmartFlexBot.Web.Page;
using SmartFlexBot.Web.Privacy;

namespace SmartFlexBot.Web.Operations;

/// <summary>
/// POST /operations/accounts/export shows what is kept of an account, and …/erase takes it away, while the bot runs. The account is named
/// in the body, so that no proxy's log has it: <c>{"accountNumber":"…"}</c>. "format=html" in the query of an export asks for the page.
/// </summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this RouteGroupBuilder operations)
    {
        operations.MapPost("/accounts/export", ExportAsync);
        operations.MapPost("/accounts/erase", EraseAsync);
    }

    private static async Task<IResult> ExportAsync(HttpContext context, AccountData accounts, string? format)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await AccountAsync(context) is not { } account)
        {
            return Unnamed;
        }

        var export = AccountFiles.Safe(await accounts.ExportAsync(account));
        return format == "html"
            ? Results.Content(ExportPage.Of(export), "text/html; charset=utf-8")
            : Results.Content(export.ToJson(), "application/json; charset=utf-8");
    }

    private static async Task<IResult> EraseAsync(HttpContext context, AccountData accounts)
    {
        if (await AccountAsync(context) is not { } account)
        {
            return Unnamed;
        }

        try
        {
            var (rows, kept, isForgotten) = await accounts.EraseAsync(account, thorough: false);
            return Results.Json(new Erased(rows, kept, isForgotten), AccountsJson.Default.Erased);
        }
        catch (CopiesNotErasedException exception)
        {
            return PageError.Result(StatusCodes.Status503ServiceUnavailable, "CopiesNotErased", exception.Message);
        }
    }

    private static IResult Unnamed => PageError.Result(
        StatusCodes.Status400BadRequest, "BadArgument", """Name the account in the body: {"accountNumber":"A-7E51A001"}.""");

    private static async Task<string?> AccountAsync(HttpContext context)
    {
        try
        {
            var named = await context.Request.ReadFromJsonAsync(AccountsJson.Default.NamedAccount, context.RequestAborted);
            return named is { AccountNumber.Length: > 0 } ? named.AccountNumber : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}

internal sealed record NamedAccount(string? AccountNumber);

/// <param name="Kept">Records that are kept as evidence.</param>
/// <param name="FilesAreEmptied">False when the write-ahead log is emptied later, because somebody was reading.</param>
internal sealed record Erased(int Rows, int Kept, bool FilesAreEmptied);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NamedAccount))]
[JsonSerializable(typeof(Erased))]
internal sealed partial class AccountsJson : JsonSerializerContext;
