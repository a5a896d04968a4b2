using System.Text.Json.Serialization;
using SmartFlexBot.Web.Page.Sessions;

namespace SmartFlexBot.Web.Page;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(SessionRequest))]
[JsonSerializable(typeof(SessionAnswer))]
[JsonSerializable(typeof(PageSession))]
[JsonSerializable(typeof(PageError))]
internal sealed partial class PageJson : JsonSerializerContext;

/// <summary>An error as JSON, in the shape Direct Line uses: <c>{"error":{"code","message"}}</c>.</summary>
internal sealed record PageError(PageErrorBody Error)
{
    public PageError(string code, string message) : this(new PageErrorBody(code, message))
    {
    }

    public static IResult Result(int status, string code, string message) =>
        Results.Json(new PageError(code, message), PageJson.Default.PageError, statusCode: status);
}

internal sealed record PageErrorBody(string Code, string Message);
