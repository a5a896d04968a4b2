using System.Text.Json.Nodes;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>One window of the chat: what the bot said in it that the script has not come to yet, and the cards in it.</summary>
internal sealed class ScriptTab(string name, ChatClient client, List<string> transcript)
{
    private readonly List<ChatCard> _cards = [];
    private readonly Queue<(string Text, ChatCard? Card)> _ahead = [];

    /// <summary>The customer's own words, which the bot may repeat.</summary>
    private readonly List<string> _typed = [];

    public ChatClient Client => client;

    public IReadOnlyList<ChatCard> Cards => _cards;

    /// <summary>The ids of the boxes that are ticked on the newest card.</summary>
    public HashSet<string> Ticked { get; } = [];

    /// <summary>The customer's newest message, as the chat shows it.</summary>
    public string Echo { get; private set; } = "";

    /// <summary>The newest message of the bot; its text is empty when it is a card.</summary>
    public (string Text, ChatCard? Card) Newest { get; private set; } = ("", null);

    /// <summary>How often the customer said or pressed something here.</summary>
    public int Posts { get; private set; }

    /// <summary>Where the newest file that the bot has sent can be fetched.</summary>
    public Uri? File { get; private set; }

    public bool IsAhead => _ahead.Count > 0;

    public (string Text, ChatCard? Card) Next() => _ahead.Dequeue();

    public string Waiting => string.Join("\n", _ahead.Select(message => message.Card?.ToString() ?? message.Text));

    public async Task ReadAsync()
    {
        foreach (var activity in await client.ReadAsync())
        {
            var isBot = activity["from"]?["role"]?.GetValue<string>() == "bot";
            var cards = activity["attachments"]?.AsArray().Where(attachment => attachment!["content"] is not null)
                .Select(attachment => new ChatCard(attachment!["content"]!)).ToList() ?? [];
            var text = activity["text"]?.GetValue<string>() ?? "";
            var (tab, who) = (name == ScriptLine.FirstTab ? "" : $"tab {name}: ", isBot ? "bot" : "user");
            transcript.Add($"{tab}{who}: {text}{string.Concat(cards)}{(isBot ? "" : activity["value"]?.ToJsonString())}");
            if (!isBot)
            {
                Echo = text;
            }

            if (!isBot || activity["type"]?.GetValue<string>() != "message")
            {
                continue;
            }

            File = activity["attachments"]?[0]?["contentUrl"]?.GetValue<string>() is { } address ? new(address) : File;
            ShownWords.Check(activity, text, cards, _typed);

            if (cards.Count > 0)
            {
                Ticked.Clear();
            }

            _cards.AddRange(cards);
            Newest = (text, cards.FirstOrDefault());
            _ahead.Enqueue(Newest);
        }
    }

    /// <summary>The button as the newest card has it, or with <paramref name="oldest"/> the first card that ever had it.</summary>
    public (ChatCard Card, JsonObject Button) Button(Func<string, bool> fits, string caption, bool oldest)
    {
        var candidates = oldest ? _cards : _cards.TakeLast(1);
        foreach (var card in candidates)
        {
            if (card.Buttons.FirstOrDefault(button => fits(ChatCard.Text(button, "title") ?? "")) is { } button)
            {
                return (card, button);
            }
        }

        throw new ScriptException($"The {(oldest ? "cards have" : "newest card has")} no button \"{caption}\".");
    }

    public Task SayAsync(string text)
    {
        _typed.Add(text);
        return PostTextAsync(text);
    }

    private Task PostTextAsync(string text) => PostAsync(new JsonObject { ["type"] = "message", ["text"] = text });

    public Task SendFileAsync(string name)
    {
        Posts++;
        return client.UploadAsync(name);
    }

    public Task SendValueAsync(JsonNode value) => PostAsync(new JsonObject { ["type"] = "message", ["value"] = value.DeepClone() });

    /// <summary>As the page's language menu does it, also in a language that the market does not name.</summary>
    public Task ChooseLanguageAsync(string language) => PostAsync(new JsonObject
    {
        ["type"] = "event",
        ["name"] = "webchat/language/changed",
        ["value"] = new JsonObject { ["locale"] = language },
    });

    /// <summary>As the page submits a card: the button's data and what was put into the inputs, shown by the button's caption.</summary>
    public Task PressAsync(ChatCard card, JsonObject button)
    {
        var value = button["data"]!.DeepClone().AsObject();
        foreach (var (id, _) in card.Boxes)
        {
            value[id] = Ticked.Contains(id) ? "true" : "false";
        }

        return PostAsync(new JsonObject { ["type"] = "message", ["text"] = ChatCard.Text(button, "title"), ["value"] = value });
    }

    private Task PostAsync(JsonObject activity)
    {
        Posts++;
        return client.PostAsync(activity);
    }
}
