using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using SmartFlexBot.Conversations.Accounts;

namespace SmartFlexBot.Web.Privacy;

/// <summary>An export as a page to read: one file, without script, and with nothing that is fetched from elsewhere.</summary>
internal static class ExportPage
{
    /// <summary>What is longer, such as a document, stands in the JSON alone.</summary>
    private const int LongestText = 2_000;

    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}dl{margin:0 0 0 1rem}"
        + "dt{font-weight:600}dd{margin:0 0 .25rem 1rem}time{color:#555;font-size:.85em}section{border-top:1px solid #ccc}";

    public static string Of(AccountExport export)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">");
        html.Append(CultureInfo.InvariantCulture, $"<title>Account {Encode(export.AccountNumber)}</title>");
        html.Append(CultureInfo.InvariantCulture, $"<style>{Style}</style></head>\n<body>\n");
        html.Append(CultureInfo.InvariantCulture, $"<h1>What is kept of account {Encode(export.AccountNumber)}</h1>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p>As of {Time(export.ExportedAt)}</p>\n");
        foreach (var conversation in export.Conversations)
        {
            Write(html, conversation);
        }

        Write(html, "Consents and agreements", export.Records.Where(record => record.IsEvidence));
        Write(html, "What else is known", export.Records.Where(record => !record.IsEvidence));
        foreach (var work in export.Waiting)
        {
            Write(html, $"Waiting: {work.What} {work.Kind}", work.At, work.Content);
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void Write(StringBuilder html, ExportedConversation conversation)
    {
        html.Append(CultureInfo.InvariantCulture, $"<section><h2>Conversation of {Time(conversation.OpenedAt)}</h2>\n");
        Write(html, conversation.Origin);
        foreach (var message in conversation.Messages)
        {
            var who = message.Activity?["from"]?["role"]?.ToString() == "bot" ? "Bot" : "You";
            html.Append(CultureInfo.InvariantCulture, $"<p>{Time(message.At)} <b>{who}:</b> {Words(message.Activity)}</p>\n");
        }

        html.Append("<h3>What the bot remembers of it</h3>\n");
        Write(html, conversation.State);
        html.Append("</section>\n");
    }

    private static void Write(StringBuilder html, string heading, IEnumerable<ExportedRecord> records)
    {
        foreach (var record in records)
        {
            Write(html, $"{heading}: {record.Kind}", record.WrittenAt, record.Content);
        }
    }

    private static void Write(StringBuilder html, string heading, DateTimeOffset at, JsonNode? content)
    {
        html.Append(CultureInfo.InvariantCulture, $"<section><h2>{Encode(heading)}</h2><p>{Time(at)}</p>\n");
        Write(html, content);
        html.Append("</section>\n");
    }

    private static void Write(StringBuilder html, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                html.Append("<dl>");
                foreach (var (name, value) in members)
                {
                    html.Append(CultureInfo.InvariantCulture, $"<dt>{Encode(name)}</dt><dd>");
                    Write(html, value);
                    html.Append("</dd>");
                }

                html.Append("</dl>\n");
                break;
            case JsonArray items:
                html.Append("<ul>");
                foreach (var item in items)
                {
                    html.Append("<li>");
                    Write(html, item);
                    html.Append("</li>");
                }

                html.Append("</ul>");
                break;
            default:
                html.Append(Short(node?.ToString() ?? ""));
                break;
        }
    }

    /// <summary>What was written, what stood on cards, and what was pressed and filled in.</summary>
    private static string Words(JsonNode? activity) => string.Join(
        "<br>",
        Texts(activity?["text"]).Concat(Texts(activity?["attachments"])).Concat(Pressed(activity?["value"])).Select(Short));

    private static IEnumerable<string> Pressed(JsonNode? value) => value switch
    {
        JsonObject members => members.SelectMany(member => member.Key == "title"
            ? Pressed(member.Value)
            : Pressed(member.Value).Select(said => $"{member.Key}: {said}")),
        JsonArray items => items.SelectMany(Pressed),
        null => [],
        _ => [value.ToString()],
    };

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject element => element.Where(member => member.Key is "text" or "title" or "value" || member.Value is JsonObject or JsonArray)
            // The value of a field is what it began with: what the customer made of it stands where it was sent.
            .Where(member => member.Key != "data" && !(member.Key == "value" && IsField(element)))
            .SelectMany(member => Texts(member.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.TryGetValue(out string? text) => [text],
        _ => [],
    };

    private static bool IsField(JsonObject element) =>
        element["type"] is JsonValue type && type.TryGetValue(out string? name) && name.StartsWith("Input.", StringComparison.Ordinal);

    private static string Short(string text) => text.Length <= LongestText
        ? Encode(text)
        : string.Create(CultureInfo.InvariantCulture, $"({text.Length:N0} characters, in the JSON file)");

    private static string Time(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"<time>{at.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC</time>");

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
