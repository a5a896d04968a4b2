using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SmartFlexBot.Tests.Desk.Hubs;

/// <summary>
/// Genesys Cloud as far as Open Messaging shows of it: tokens, messages that come in, a conversation with participants and the read of its
/// messages, participant data, receipts, and webhooks with five more tries, five seconds apart. The shapes are those of the platform API
/// v2 (MyPureCloud/platform-client-sdk-dotnet). A message that is sent twice with one id stands there twice: nobody has told that it
/// would not.
/// </summary>
internal sealed class FakeGenesys(TimeProvider clock) : HttpMessageHandler, IFakeHub
{
    public const string Integration = "6d0f0c1e-6d4f-4f0e-9a53-2f2b3a0d7c11";
    public const string Client = "client-of-the-bot";
    public const string ClientSecret = "secret-of-the-bots-client";
    public const string Secret = "signature-secret-token-of-the-integration";
    public const string EndSecret = "end-secret-of-the-trigger";

    private readonly List<Conversation> _conversations = [];
    private readonly Dictionary<string, JsonObject> _messages = [];
    private readonly List<(string Path, string Body, string Name, string Value)> _calls = [];
    private int _lastId = 1000;
    private string? _token;

    public Queue<HubFault> Faults { get; } = [];

    public List<string> Requests { get; } = [];

    public List<string> Failed { get; } = [];

    public List<string> Erased { get; } = [];

    public bool IsDown { get; set; }

    public int TokenRequests { get; private set; }

    /// <summary>How many reads of a new conversation find nothing: its id is told before it is there.</summary>
    public int HiddenReads { get; set; }

    /// <summary>Named in the conversation, and not readable yet.</summary>
    public HashSet<string> Unreadable { get; } = [];

    public int Conversations => _conversations.Count;

    public int Calls => _calls.Count;

    public string LastMessage => $"m-{_lastId}";

    public bool IsClosed => _conversations.TrueForAll(one => (string)one.Customer["state"]! == "disconnected");

    public IReadOnlyDictionary<string, string> Attributes => _conversations[^1].Attributes;

    public IReadOnlyList<string> Shown => [.. _conversations.SelectMany(one => one.Notes.Concat(
        Mentions(one.Customer).Select(id => (string)_messages[id]["normalizedMessage"]!["text"]!)))];

    public void Assign(long? agent, string name = "Ana")
    {
        var hasLeft = Disconnect("agent");
        Disconnect("acd");
        _conversations[^1].Participants.Add(agent is { } id ? Participant("agent", name, $"u-{id}") : Participant("acd", "Queue", null));
        if (hasLeft)
        {
            CallEnd();
        }
    }

    /// <summary>The agent's part ends, and nobody has followed yet.</summary>
    public void Leave()
    {
        Disconnect("agent");
        CallEnd();
    }

    public void Write(string text, long agent = 7, string name = "Ana") => Send(new JsonObject { ["text"] = text }, agent, name);

    /// <summary>A file without a word.</summary>
    public void WriteFile() => Send(
        new JsonObject
        {
            ["content"] = new JsonArray(new JsonObject { ["contentType"] = "Attachment", ["attachment"] = new JsonObject() }),
        },
        7, "Ana");

    /// <summary>What a flow says to the customer by itself.</summary>
    public void Announce(string text)
    {
        var acd = _conversations[^1].Participants.First(one => (string)one["purpose"]! == "acd");
        Add(acd, "outbound", new JsonObject { ["text"] = text }, null);
    }

    public void Whisper(string text) => _conversations[^1].Notes.Add(text);

    public void Type() => Call(Delivery(new JsonObject
    {
        ["type"] = "Event",
        ["events"] = new JsonArray(new JsonObject
        {
            ["eventType"] = "Typing",
            ["typing"] = new JsonObject { ["type"] = "On", ["duration"] = 5000 },
        }),
    }));

    public void End()
    {
        Disconnect("agent");
        Disconnect("customer");
        CallEnd();
    }

    public HttpContext Call(int number) =>
        HubCallContext.Of(_calls[number].Path, _calls[number].Body, (_calls[number].Name, _calls[number].Value));

    /// <summary>As documented: on no answer, 429 and 5xx five more tries, five seconds apart.</summary>
    public async Task<int> DeliverAsync(int call, Func<HttpContext, Task<int>> post, Action<TimeSpan> wait)
    {
        for (var tries = 1; ; tries++)
        {
            if (await post(Call(call)) is not (429 or >= 500) || tries == 6)
            {
                return tries;
            }

            wait(TimeSpan.FromSeconds(5));
        }
    }

    public static string Sign(string body, string secret = Secret) =>
        $"sha256={Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)))}";

    /// <summary>Tokens that it gave are worth nothing any more.</summary>
    public void Withdraw() => _token = null;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        var (status, answer) = Answer(
            request.Method.Method, request.RequestUri!.PathAndQuery, body, request.Headers.Authorization?.ToString() ?? "");
        return new((HttpStatusCode)status) { Content = new StringContent(answer, Encoding.UTF8, "application/json") };
    }

    /// <exception cref="HttpRequestException">It is down, or its answer is lost.</exception>
    public (int Status, string Answer) Answer(string method, string path, string body, string authorization)
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
                return (503, "<html>");
        }

        var answer = path == "/oauth/token" ? Token(body, authorization)
            : authorization != $"Bearer {_token}" ? (401, "{}")
            : Route(method, path["/api/v2/".Length..].Split('?')[0].Split('/'), body.Length == 0 ? null : JsonNode.Parse(body));
        return fault == HubFault.LostAnswer ? throw new TaskCanceledException("too slow") : answer;
    }

    private (int, string) Token(string body, string authorization)
    {
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Client}:{ClientSecret}"));
        if (authorization != $"Basic {basic}" || body != "grant_type=client_credentials")
        {
            return (401, """{"error":"invalid_client"}""");
        }

        _token = $"token-{++TokenRequests}";
        return (200, $$"""{"access_token":"{{_token}}","token_type":"bearer","expires_in":3600}""");
    }

    private (int Status, string Answer) Route(string method, string[] path, JsonNode? body) => (method, path) switch
    {
        ("POST", ["conversations", "messages", Integration, "inbound", "open", "message"]) => Take(body!),
        ("POST", ["conversations", "messages", Integration, "inbound", "open", "receipt"]) => TakeReceipt(body!),
        ("GET", ["conversations", "messages", var id]) when HiddenReads-- <= 0 && Find(id) is { } found =>
            (200, found.Json.ToJsonString()),
        ("POST", ["conversations", "messages", var id, "messages", "bulk"]) when Find(id) is not null => (200, Bulk(body!.AsArray())),
        ("PATCH", ["conversations", "messages", var id, "participants", var who]) when Find(id) is { } found => Patch(found, who, body!),
        ("PATCH", ["conversations", "messages", var id, "participants", _, "attributes"]) when Find(id) is { } found =>
            Note(found, body!["attributes"]!.AsObject()),
        ("POST", ["gdpr", "requests"]) => Erase(body!),
        _ => (404, """{"code":"not.found"}"""),
    };

    private (int, string) Take(JsonNode body)
    {
        var from = (string)body["channel"]!["from"]!["id"]!;
        if (_conversations.FindLast(one => one.From == from && (string)one.Customer["state"]! == "connected") is not { } conversation)
        {
            conversation = new($"c-{++_lastId}", from, Participant("customer", "Ada", null), Participant("acd", "Queue", null));
            _conversations.Add(conversation);
        }

        foreach (var (name, value) in body["channel"]!["metadata"]?["customAttributes"]?.AsObject() ?? [])
        {
            conversation.Attributes[name] = (string)value!;
        }

        var id = Add(
            conversation.Customer, "inbound", new JsonObject { ["text"] = (string)body["text"]! }, (string)body["channel"]!["messageId"]!);
        return (200, $$"""{"id":"{{id}}","conversationId":"{{conversation.Id}}"}""");
    }

    private (int, string) TakeReceipt(JsonNode body)
    {
        Failed.Add($"{body["id"]} {((string)body["status"]!).ToLowerInvariant()}: {body["reasons"]![0]!["message"]}");
        return (200, "{}");
    }

    private string Bulk(JsonArray ids) => new JsonObject
    {
        // In no order that anybody promised.
        ["entities"] = new JsonArray([.. ids.Reverse().Select(id => (string)id!).Where(id => !Unreadable.Contains(id))
            .Select(id => _messages[id].DeepClone())]),
    }.ToJsonString();

    private (int, string) Patch(Conversation found, string who, JsonNode body)
    {
        var participant = found.Participants.Single(one => (string)one["id"]! == who);
        participant["state"] = (string)body["state"]!;
        participant["endTime"] = Time();
        return (202, "");
    }

    private static (int, string) Note(Conversation found, JsonObject attributes)
    {
        found.Notes.Clear();
        found.Notes.Add($"[{string.Concat(attributes.Select(one => (string)one.Value!))}]");
        return (200, "");
    }

    private (int, string) Erase(JsonNode body)
    {
        Erased.Add($"{body["requestType"]} {body["subject"]!["externalContactId"]}");
        return (202, "{}");
    }

    private void Send(JsonObject normalized, long agent, string name)
    {
        var by = _conversations[^1].Participants.Find(
            one => (string?)one["user"]?["id"] == $"u-{agent}" && (string)one["state"]! == "connected");
        if (by is null)
        {
            Assign(agent, name);
            by = _conversations[^1].Participants[^1];
        }

        Add(by, "outbound", normalized, null);
        var delivery = normalized.DeepClone().AsObject();
        delivery["type"] = "Text";
        Call(Delivery(delivery));
    }

    private string Add(JsonObject by, string direction, JsonObject normalized, string? sentId)
    {
        var id = $"m-{++_lastId}";
        normalized["type"] = "Text";
        normalized["channel"] = new JsonObject { ["messageId"] = sentId ?? $"provider-{id}" };
        _messages[id] = new JsonObject { ["id"] = id, ["direction"] = direction, ["normalizedMessage"] = normalized.DeepClone() };
        by["messages"]!.AsArray().Add(new JsonObject { ["messageId"] = id, ["messageTime"] = Time() });
        return id;
    }

    private JsonObject Delivery(JsonObject body)
    {
        body["id"] = LastMessage;
        body["conversationId"] = _conversations[^1].Id;
        body["direction"] = "Outbound";
        body["channel"] = new JsonObject { ["to"] = new JsonObject { ["id"] = _conversations[^1].From }, ["time"] = Time() };
        return body;
    }

    private void Call(JsonObject body) =>
        _calls.Add(("/hubs/genesys", body.ToJsonString(), "X-Hub-Signature-256", Sign(body.ToJsonString())));

    private void CallEnd() => _calls.Add((
        "/hubs/genesys/ended", new JsonObject { ["handOverId"] = _conversations[^1].From }.ToJsonString(), "Authorization",
        $"Bearer {EndSecret}"));

    private bool Disconnect(string purpose)
    {
        var there = _conversations[^1].Participants
            .Where(one => (string)one["purpose"]! == purpose && (string)one["state"]! == "connected").ToList();
        foreach (var one in there)
        {
            (one["state"], one["endTime"]) = ("disconnected", Time());
        }

        return there.Count > 0;
    }

    private JsonObject Participant(string purpose, string name, string? user) => new()
    {
        ["id"] = $"p-{++_lastId}",
        ["purpose"] = purpose,
        ["name"] = name,
        ["state"] = "connected",
        ["connectedTime"] = Time(),
        ["user"] = user is null ? null : new JsonObject { ["id"] = user },
        ["externalContact"] = purpose == "customer" ? new JsonObject { ["id"] = $"x-{_lastId}" } : null,
        ["messages"] = new JsonArray(),
    };

    private Conversation? Find(string id) => _conversations.Find(one => one.Id == id);

    private static IEnumerable<string> Mentions(JsonObject participant) =>
        participant["messages"]!.AsArray().Select(one => (string)one!["messageId"]!);

    private string Time() => clock.GetUtcNow().ToString("O");

    private sealed class Conversation(string id, string from, params JsonObject[] participants)
    {
        public string Id => id;

        public string From => from;

        public List<JsonObject> Participants { get; } = [.. participants];

        public List<string> Notes { get; } = [];

        public Dictionary<string, string> Attributes { get; } = [];

        public JsonObject Customer => Participants[0];

        public JsonObject Json => new() { ["id"] = id, ["participants"] = new JsonArray([.. Participants.Select(one => one.DeepClone())]) };
    }
}
