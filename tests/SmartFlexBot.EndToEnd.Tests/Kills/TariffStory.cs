using SmartFlexBot.EndToEnd.Tests.DirectLine;
using SmartFlexBot.EndToEnd.Tests.Processes;
using SmartFlexBot.Tests.Shared;

namespace SmartFlexBot.EndToEnd.Tests.Kills;

/// <summary>From hello through the switch to the British tariff, over Direct Line.</summary>
internal sealed class TariffStory(Installation installation) : IDisposable
{
    public const string Account = "A-7E51A001";
    public const string Market = "gb";

    private BotMessage? _question;

    public DirectLineClient Chat { get; } = new(installation.Bot);

    /// <summary>
    /// Until the last question before the switch: the customer has agreed to the tariff, and is asked about half-hourly readings.
    /// </summary>
    public async Task ToTheLastQuestionAsync()
    {
        await Chat.OpenAsync(Account);
        await Chat.SeeAsync("the greeting", message => message.Summary.Contains(Words.Of("greeting"), StringComparison.Ordinal));
        await Chat.SayAsync("Tesla Model 3 Long Range, without a charger");
        var devices = await SeeButtonAsync("yes");
        await Chat.PressAsync(devices.Button("yes")!, DirectLineClient.NewId());
        var tariff = await SeeButtonAsync("agree");
        await Chat.PressAsync(tariff.Button("agree")!, DirectLineClient.NewId());
        _question = await Chat.SeeAsync(
            "the question about readings", message => message.Summary.Contains(Words.Of("tariff.readings"), StringComparison.Ordinal));
    }

    public Task AgreeAsync() => Chat.PressAsync(_question!.Button("yes")!, DirectLineClient.NewId());

    public async Task ToThePermissionsAsync() => await SeeButtonAsync("consent");

    public static bool IsCopy(BotMessage message) => message.Summary.Contains(Words.Of("tariff.copy"), StringComparison.Ordinal);

    public void Dispose() => Chat.Dispose();

    private Task<BotMessage> SeeButtonAsync(string does) =>
        Chat.SeeAsync($"a card with the button \"{does}\"", message => message.Button(does) is not null);
}
