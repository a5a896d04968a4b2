using System.Globalization;
using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>
/// Speaks to the customer: the texts and cards of their language, filled in and sent. While the chat is a person's it says nothing,
/// whatever it is asked to say, but what is about the hand-over itself.
/// </summary>
/// <param name="language">Null: the one that is spoken.</param>
internal sealed class Voice(
    ITurnContext context, OnboardingServices services, Conversation conversation, HandOverFacts handOvers, string? language = null)
{
    public string Locale => language ?? services.Texts.LanguageOf(
        conversation.Memory.Locale ?? SpokenLanguage.Of(conversation.Memory, context.Origin.Locale, services.Market));

    public CultureInfo Culture => CultureInfo.GetCultureInfo(Locale == Texts.Fallback ? "en-GB" : Locale);

    /// <summary>Which of how many steps is spoken of; cards of that step say so. Null where there is no way to be on.</summary>
    public (int Number, int Total)? Stage { get; set; }

    /// <summary>How large a file may be that the customer sends to a person; 0 where none can be sent.</summary>
    public int LargestFile { get; set; }

    /// <summary>The same voice in another language, for who asks in it.</summary>
    public Voice In(string spoken) => new(context, services, conversation, handOvers, spoken) { LargestFile = LargestFile };

    /// <summary>What times are told in.</summary>
    public TimeZoneInfo Zone => services.Market.Zone;

    /// <summary>How customers call it; never its IANA name.</summary>
    public string ZoneName => Text(MarketTexts.ZoneKeyOf(services.Market));

    /// <summary>The language of the texts that serves a locale.</summary>
    public string LanguageOf(string locale) => services.Texts.LanguageOf(locale);

    public bool Has(string key) => services.Texts.Has(key);

    /// <summary>The text for a kind of device or a make, where there is one of its own; else the one that serves all.</summary>
    public string KeyFor(string key, string variant) => Has($"{key}.{variant}") ? $"{key}.{variant}" : key;

    public string Text(string key, params ReadOnlySpan<(string Name, object? Value)> values) =>
        TextIn(Locale, key, values);

    /// <summary>Who types what stands on a button presses it. Phones write their own apostrophes and quotation marks.</summary>
    public bool IsCaption(string key, string typed)
    {
        var said = Plain(typed);
        return Text(key).Split('|').Any(caption => Plain(caption).Equals(said, StringComparison.OrdinalIgnoreCase));
    }

    private static string Plain(string words) => words.Trim().TrimEnd('.', '!', ' ').Replace('\u2019', '\'').Replace('\u2018', '\'');

    /// <summary>For what has to be understood by who reads that language and not this one.</summary>
    public string TextIn(string language, string key, params ReadOnlySpan<(string Name, object? Value)> values) => services.Texts.Get(
        language, key, [.. values, .. OfMarket(language)]);

    private (string Name, object? Value)[] OfMarket(string language) =>
    [
        ("supplier", services.Market.Supplier), ("contact", services.Contact.Sentence(language)),
        ("emergency", services.Market.Emergency.General),
        ("gas", services.Market.Emergency.Gas), ("power", services.Market.Emergency.Power),
        ("setup", services.Market.SetupMinutes), ("exampleCar", services.Market.Examples.Car),
        ("exampleCharger", services.Market.Examples.Charger),
    ];

    /// <summary>How a person is reached, as one sentence.</summary>
    public string Contact => services.Contact.Sentence(Locale);

    public string Day(DateOnly day) => day.ToString(Text(day.Day == 1 ? "format.day.first" : "format.day"), Culture);

    public string Moment(DateTimeOffset at)
    {
        var here = TimeZoneInfo.ConvertTime(at, Zone).DateTime;
        return $"{Day(DateOnly.FromDateTime(here))}, {here.ToString(Text("format.time"), Culture)}";
    }

    public Task SayAsync(string key, params ReadOnlySpan<(string Name, object? Value)> values) =>
        SendAsync(Text(key, values), InputHints.AcceptingInput);

    /// <param name="text">Finished.</param>
    public Task SayPlainlyAsync(string text) => SendAsync(text, InputHints.AcceptingInput);

    public Task SayInAsync(string language, string key, params ReadOnlySpan<(string Name, object? Value)> values) =>
        SendAsync(TextIn(language, key, values), InputHints.AcceptingInput);

    /// <param name="text">Finished.</param>
    public Task AskPlainlyAsync(string text) => SendAsync(text, InputHints.ExpectingInput);

    public Task AskAsync(string key, params ReadOnlySpan<(string Name, object? Value)> values) =>
        SendAsync(Text(key, values), InputHints.ExpectingInput);

    /// <summary>Sends a card. Its buttons carry the token of the question that is open: the same one when it is shown again.</summary>
    /// <param name="summary">The card in a sentence or two, where its own words are too many to be heard.</param>
    /// <param name="isAside">Pages leave the card that stood before open beside it.</param>
    public Task ShowAsync(string card, string summary, JsonObject data, bool isAside = false)
    {
        data["card"] = conversation.Memory.CardToken ?? "";
        data["summary"] = summary;
        data["hasStage"] = Stage is not null;
        data["stage"] = Stage is var (number, total) ? Text("stage", ("number", number), ("total", total)) : "";
        var (attachment, words) = services.Cards.Render(card, data);
        return SendAsync(new Activity
        {
            Type = ActivityTypes.Message,
            Locale = Locale,
            // No text: clients show it above the card, and the same words would stand there twice.
            Speak = words,
            Summary = words,
            InputHint = InputHints.ExpectingInput,
            Attachments = [attachment],
            ChannelData = isAside ? new JsonObject { ["aside"] = true } : null,
        });
    }

    /// <summary>A card with one sentence and two buttons, "yes" and "no", or three.</summary>
    /// <param name="later">The caption of the third; null for none.</param>
    public Task ShowChoiceAsync(string text, string yes, string no, string? later = null, bool isAside = false) => ShowAsync(
        "confirm",
        text,
        new JsonObject
        {
            ["text"] = text,
            ["yes"] = yes,
            ["no"] = no,
            ["hasLater"] = later is not null,
            ["later"] = later ?? "",
        },
        isAside);

    /// <summary>Says something with a file that can be kept.</summary>
    public Task HandOverAsync(string key, Attachment file, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var message = Message(Text(key, values), InputHints.AcceptingInput);
        message.Attachments = [file];
        return SendAsync(message);
    }

    /// <summary>Says something that pages show in a way of their own as well.</summary>
    public Task SayShownAsync(string key, JsonObject channelData, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var message = Message(Text(key, values), InputHints.AcceptingInput);
        message.ChannelData = channelData;
        return SendAsync(message);
    }

    /// <summary>Something about the hand-over, which is said though the chat is a person's.</summary>
    /// <param name="button">The caption of what may be pressed instead of typed; null for none.</param>
    public Task SayOfHandOverAsync(string text, string? button = null)
    {
        var message = Message(text, InputHints.AcceptingInput);
        message.ChannelData = new JsonObject { ["handOver"] = HandOverData() };
        message.SuggestedActions = button is null
            ? null
            : new() { Actions = [new() { Type = "imBack", Title = button, Value = button }] };
        return context.SendActivityAsync(message);
    }

    /// <summary>Passes on what an agent says.</summary>
    /// <param name="act">Of the act that it comes of: the agent's page knows its own line by it.</param>
    /// <param name="file">Sent along; null for none.</param>
    public Task PassOnAsync(string name, string text, string act, Attachment? file = null)
    {
        var message = Message(text, InputHints.AcceptingInput);
        message.Attachments = file is null ? null : [file];
        message.From = new() { Id = DeskEvents.PersonId, Name = name };
        message.ChannelData = new JsonObject
        {
            ["person"] = new JsonObject { ["name"] = name, ["act"] = act },
            ["handOver"] = HandOverData(),
        };
        return context.SendActivityAsync(message);
    }

    /// <summary>What the customer has written in another chat of theirs, for whoever reads this one.</summary>
    public Task RepeatAsync(string text)
    {
        var message = Message(Text("handover.elsewhere.said", ("text", text)), InputHints.AcceptingInput);
        message.From = new() { Id = ElsewhereEvents.CustomerId };
        message.ChannelData = new JsonObject { [ElsewhereEvents.CustomerId] = text, ["handOver"] = HandOverData() };
        return context.SendActivityAsync(message);
    }

    /// <summary>Pages see by it that the chat is not the bot's, and what may be sent along.</summary>
    private JsonObject HandOverData() => new() { ["name"] = handOvers.Open?.Owner?.Name, ["largestFile"] = LargestFile };

    /// <summary>An event, for the customer's client or whoever listens beside it; no customer reads it.</summary>
    public Task TellClientAsync(Activity told) => context.SendActivityAsync(told);

    private Task SendAsync(string text, string inputHint) => SendAsync(Message(text, inputHint));

    private Task SendAsync(Activity message) => handOvers.Open is null ? context.SendActivityAsync(message) : Task.CompletedTask;

    private Activity Message(string text, string inputHint) => new()
    {
        Type = ActivityTypes.Message,
        Text = text,
        TextFormat = TextFormats.Plain,
        Locale = Locale,
        InputHint = inputHint,
    };
}
