using System.Text.Json;

namespace SmartFlexBot.EndToEnd.Tests.BadInput;

internal static class Answer
{
    /// <summary>
    /// What is wrong with an answer to bad input; null when nothing is: it is no fault of ours, and it says what is wrong.
    /// </summary>
    public static async Task<string?> ProblemAsync(string request, HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (status >= 500)
        {
            return $"{request}: {status} {text}";
        }

        if (status < 400)
        {
            return null;
        }

        return answer.Content.Headers.ContentType?.MediaType switch
        {
            "application/json" or "application/graphql-response+json" => IsClear(text) ? null : $"{request}: {status} says nothing: {text}",
            "text/html" =>
                text.Contains("<h1", StringComparison.Ordinal) ? null : $"{request}: {status} is a page that says nothing: {text}",
            var type => $"{request}: {status} comes as {type ?? "nothing"}: {text}",
        };
    }

    /// <summary>{"error":{"code","message"}}, {"error":"a sentence"}, or GraphQL's {"errors":[{"message"}]}.</summary>
    private static bool IsClear(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.TryGetProperty("errors", out var errors))
        {
            return errors[0].GetProperty("message").GetString() is { Length: > 5 };
        }

        if (!root.TryGetProperty("error", out var error))
        {
            return false;
        }

        return (error.ValueKind == JsonValueKind.String ? error : error.GetProperty("message")).GetString() is { Length: > 5 };
    }
}
