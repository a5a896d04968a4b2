using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SmartFlexBot.Tests.Desk.Hubs;

/// <summary>
/// Chatwoot as far as an API inbox shows of it: contacts, conversations, messages, and webhooks, each of which is delivered once. The
/// shapes are those of chatwoot/chatwoot (application API v1, lib/webhooks).
/// </summary>
internal sealed class FakeChatwoot(TimeProvider clock) : HttpMessageHandler, IFakeHub
{
    public const string Token = "token-of-the-bots-administrator";
    public const string Secret = "webhook-secret-of-the-inbox";
    public const long Inbox = 3;

    private readonly List<JsonObject> _contacts = [];
    private readonly List<(JsonObject Conversation, List<JsonObject> Messages)> _conversations = [];
    private int _lastId = 100;

    public Queue<HubFault> Faults { get; } = [];

    /// <summary>Webhooks that it has sent.</summary>
    public List<Delivery> Deliveries { get; } = [];

    public List<string> Requests { get; } = [];

    public int Contacts => _contacts.Count;

    public int Conversations => _conversations.Count;

    public string Status => (string)_conversations[^1].Conversation["status"]!;

    public IReadOnlyList<string> Shown => [.. _conversations.SelectMany(one => one.Messages).Select(message =>
        (bool)message["private"]! ? $"[{message["content"]}]" : (string)message["content"]!)];

    public List<string> Failed { get; } = [];

    public string LastMessage => _lastId.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public bool IsDown { get; set; }

    public bool IsClosed => Status == "resolved";

    public int Calls => Deliveries.Count;

    void IFakeHub.Write(string text, long agent, string name) => Write(text, agent, name);

    public void Whisper(string text) => Write(text, isPrivate: true);

    public void WriteFile()
    {
        Write("");
        _conversations[^1].Messages[^1]["attachments"] = new JsonArray(new JsonObject { ["file_type"] = "image" });
    }

    public void Type()
    {
        var about = new JsonObject { ["conversation"] = _conversations[^1].Conversation.DeepClone(), ["is_private"] = false };
        Call("conversation_typing_on", about);
    }

    public void End() => Resolve();

    public HttpContext Call(int number) => HubCallContext.Of(
        "/hubs/chatwoot", Deliveries[number].Body, ("X-Chatwoot-Signature", Deliveries[number].Signature),
        ("X-Chatwoot-Timestamp", Deliveries[number].Timestamp), ("X-Chatwoot-Delivery", Deliveries[number].Id));

    public void Assign(long? agent, string name = "Ana")
    {
        var conversation = _conversations[^1].Conversation;
        conversation["meta"] = new JsonObject { ["assignee"] = agent is { } id ? Agent(id, name) : null };
        Call("conversation_updated", conversation);
    }

    /// <summary>Somebody writes in the conversation.</summary>
    /// <param name="type">0 incoming, 1 outgoing, 2 activity, 3 template.</param>
    public void Write(string text, long agent = 7, string name = "Ana", int type = 1, bool isPrivate = false, string sender = "user")
    {
        var author = Agent(agent, name);
        author["type"] = sender;
        var message = Add(text, type, isPrivate, sourceId: null, author);
        var call = message.DeepClone().AsObject();
        call["message_type"] = type switch { 0 => "incoming", 1 => "outgoing", 2 => "activity", _ => "template" };
        call["conversation"] = _conversations[^1].Conversation.DeepClone();
        Call("message_created", call);
    }

    public void Resolve()
    {
        var conversation = _conversations[^1].Conversation;
        conversation["status"] = "resolved";
        Call("conversation_status_changed", conversation);
    }

    /// <param name="at">When it is signed; null: now.</param>
    public Delivery Sign(string body, DateTimeOffset? at = null, string secret = Secret)
    {
        var timestamp = (at ?? clock.GetUtcNow()).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}"));
        return new(Guid.NewGuid().ToString(), timestamp, $"sha256={Convert.ToHexStringLower(mac)}", body);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.GetValues("api_access_token").ShouldBe([Token]);
        var body = request.Content is { } content ? JsonNode.Parse(await content.ReadAsStringAsync(cancellationToken)) : null;
        var (status, answer) = Answer(request.Method.Method, request.RequestUri!.PathAndQuery, body);
        return new((HttpStatusCode)status) { Content = new StringContent(answer, Encoding.UTF8, "application/json") };
    }

    /// <exception cref="HttpRequestException">It is down, or its answer is lost.</exception>
    public (int Status, string Answer) Answer(string method, string path, JsonNode? body)
    {
        Requests.Add($"{method} {path}");
        var fault = IsDown ? HubFault.Down : Faults.TryDequeue(out var next) ? next : HubFault.None;
        switch (fault)
        {
            case HubFault.Down:
                throw new HttpRequestException("refused");
            case HubFault.Busy:
                return (429, "{}");
            case HubFault.Broken:
                return (500, "<html>");
        }

        var answer = Route(method, path["/api/v1/accounts/1/".Length..].Split('?'), body);
        return fault == HubFault.LostAnswer ? throw new TaskCanceledException("too slow") : answer;
    }

    private (int Status, string Answer) Route(string method, string[] path, JsonNode? body) => (method, path[0].Split('/')) switch
    {
        ("GET", ["contacts", "search"]) => Ok(List(_contacts.Where(one => path[1] == $"q={one["identifier"]}"))),
        ("POST", ["contacts"]) => MakeContact(body!.AsObject()),
        ("DELETE", ["contacts", var id]) => DeleteContact(id),
        ("GET", ["contacts", var id, "conversations"]) => Ok(List(
            _conversations.Select(one => one.Conversation).Where(one => one["contact_id"]!.ToString() == id))),
        ("POST", ["conversations"]) => MakeConversation(body!.AsObject()),
        ("GET", ["conversations", var id]) => Find(id) is { } found ? Ok(found.Conversation) : NotFound,
        ("GET", ["conversations", var id, "messages"]) => Find(id) is { } found
            ? Ok(List(found.Messages.Where(message => (int)message["id"]! > Number(path[1]["after=".Length..])).Take(100)))
            : NotFound,
        ("POST", ["conversations", var id, "messages"]) => Find(id) is { } found ? Take(found.Conversation, body!.AsObject()) : NotFound,
        ("PATCH", ["conversations", var id, "messages", var message]) when Find(id) is not null => Fail(message, body!),
        ("POST", ["conversations", var id, "toggle_status"]) when Find(id) is { } found => Toggle(found.Conversation, body!),
        _ => NotFound,
    };

    private static (int Status, string Answer) NotFound => (404, """{"error":"Resource could not be found"}""");

    private static (int Status, string Answer) Ok(JsonNode node) => (200, node.ToJsonString());

    private static JsonObject List(IEnumerable<JsonObject> all) =>
        new() { ["meta"] = new JsonObject(), ["payload"] = new JsonArray([.. all.Select(one => one.DeepClone())]) };

    private (int, string) MakeContact(JsonObject body)
    {
        if (_contacts.Any(one => one["identifier"]!.ToString() == body["identifier"]!.ToString()))
        {
            return (422, """{"message":"Identifier has already been taken"}""");
        }

        var contact = new JsonObject
        {
            ["id"] = ++_lastId,
            ["identifier"] = body["identifier"]!.ToString(),
            ["name"] = body["name"]!.ToString(),
        };
        _contacts.Add(contact);
        return Ok(new JsonObject { ["payload"] = new JsonObject { ["contact"] = contact.DeepClone() } });
    }

    private (int, string) DeleteContact(string id)
    {
        _conversations.RemoveAll(one => one.Conversation["contact_id"]!.ToString() == id);
        return _contacts.RemoveAll(one => one["id"]!.ToString() == id) > 0 ? (200, "") : NotFound;
    }

    private (int, string) MakeConversation(JsonObject body)
    {
        var conversation = new JsonObject
        {
            ["id"] = ++_lastId,
            ["inbox_id"] = Inbox,
            ["contact_id"] = (long)body["contact_id"]!,
            ["status"] = (string)body["status"]!,
            ["custom_attributes"] = body["custom_attributes"]!.DeepClone(),
            ["contact_inbox"] = new JsonObject { ["source_id"] = (string)body["source_id"]!, ["pubsub_token"] = "x" },
            ["a_later_version"] = new JsonObject { ["adds"] = "this" },
        };
        _conversations.Add((conversation, []));
        return Ok(conversation);
    }

    private (int, string) Take(JsonObject conversation, JsonObject body)
    {
        if (conversation["status"]!.ToString() == "resolved" && (string)body["message_type"]! == "incoming")
        {
            conversation["status"] = "open";
        }

        return Ok(Add(
            (string)body["content"]!, (string)body["message_type"]! == "incoming" ? 0 : 1, (bool)body["private"]!,
            (string)body["source_id"]!, new JsonObject { ["id"] = 1, ["type"] = "user", ["name"] = "Bot" }));
    }

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private (int, string) Fail(string message, JsonNode body)
    {
        Failed.Add($"{message} {body["status"]}: {body["external_error"]}");
        return (200, "{}");
    }

    private static (int, string) Toggle(JsonObject conversation, JsonNode body)
    {
        conversation["status"] = (string)body["status"]!;
        return (200, "{}");
    }

    private JsonObject Add(string text, int type, bool isPrivate, string? sourceId, JsonObject sender)
    {
        var message = new JsonObject
        {
            ["id"] = ++_lastId,
            ["content"] = text,
            ["message_type"] = type,
            ["private"] = isPrivate,
            ["source_id"] = sourceId,
            ["content_attributes"] = new JsonObject(),
            ["sender"] = sender,
        };
        _conversations[^1].Messages.Add(message);
        return message;
    }

    private (JsonObject Conversation, List<JsonObject> Messages)? Find(string id) =>
        _conversations.FindIndex(one => one.Conversation["id"]!.ToString() == id) is >= 0 and var place ? _conversations[place] : null;

    private static JsonObject Agent(long id, string name) =>
        new() { ["id"] = id, ["name"] = $"{name} Full-Name".Trim(), ["available_name"] = name };

    private void Call(string name, JsonObject about)
    {
        var body = about.DeepClone().AsObject();
        body["event"] = name;
        Deliveries.Add(Sign(body.ToJsonString()));
    }

    /// <summary>A webhook, as it is on the wire.</summary>
    public sealed record Delivery(string Id, string Timestamp, string Signature, string Body);
}
