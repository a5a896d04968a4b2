using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Ports;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Tariffs;

public sealed class TariffNewsTests
{
    private static readonly TariffSwitch Accepted = new("e-1", "SMART-EV", TariffSwitchState.AwaitsTestCharge);

    [Fact]
    public async Task A_watch_that_looked_before_the_terms_were_accepted_takes_nothing_back()
    {
        var chat = await PreparedAsync();

        (await SeenAsync(chat, Accepted with { State = TariffSwitchState.AwaitsTerms })).ShouldBeEmpty();

        (await chat.JourneyAsync()).Tariff.Switch.ShouldBe(Accepted);
        chat.Effects.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_watch_sees_after_that_is_news()
    {
        var chat = await PreparedAsync();

        (await SeenAsync(chat, Accepted with { State = TariffSwitchState.Done })).ShouldContain(
            Shipped.Texts.Get("en", "tariff.switch.Done"));
    }

    private static async Task<Chat> PreparedAsync()
    {
        var chat = new Chat(new InMemoryKraken(), Shipped.Britain);
        chat.Know(Confirmed with { Tariff = new() { Switch = Accepted } });
        await chat.OpenAsync();
        return chat;
    }

    private static Task<IReadOnlyList<string>> SeenAsync(Chat chat, TariffSwitch seen) => chat.HappenAsync(
        WatchEvents.Changed, new JsonObject { ["kind"] = TariffWatch.Kind, ["state"] = TariffWatch.WriteState(seen) });
}
