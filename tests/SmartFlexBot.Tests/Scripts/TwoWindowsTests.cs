using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>
/// A customer with the chat open in two windows acts in one, in the other, or in both at the same moment, as the seed draws. One journey
/// comes of it: one registration, one test, LIVE told once where the customer was last heard, and no window with a dead question.
/// </summary>
public sealed class TwoWindowsTests
{
    private const int MostMoves = 150;
    private const string SignIn = "completeAuthFlowForSmartFlexOnboarding";

    public static TheoryData<string, int> Seeds()
    {
        var count = Environment.GetEnvironmentVariable("LONG") == "1" ? 100 : 12;
        return [.. from seed in Enumerable.Range(1, count) from api in new[] { "Classic", "Wizard" } select (api, seed)];
    }

    [Theory, MemberData(nameof(Seeds))]
    public async Task However_they_take_turns_it_is_one_journey(string api, int seed)
    {
        await using var script = await Script.StartAsync(api);
        using var phone = new CustomerBrowser();
        using var laptop = new CustomerBrowser();
        ScriptTab[] tabs = [await script.TabAsync("1"), await script.TabAsync("2")];
        WillingCustomer[] hands = [new(script, tabs[0], phone), new(script, tabs[1], laptop)];
        try
        {
            var lastHeard = await GoAsync(script, tabs, hands, new Random(seed));
            await HearOutAsync(script, tabs);
            var news = tabs.Select(tab => tab.Cards.Count(card => card.Words.Any(word => script.Fits("[live.title]", word)))).ToList();
            news.Sum().ShouldBe(1, "LIVE is told once.");
            hands.ShouldAllBe(hand => hand.IsLive);
            if (lastHeard is { } there)
            {
                news[there].ShouldBe(1, "LIVE is told where the customer was last heard.");
            }

            var done = await script.CountsAsync();
            foreach (var once in Once[api])
            {
                // Whoever comes back without an answer a moment before the other window's answer is refused, and the sign-in is made again.
                var again = once == SignIn ? hands.Sum(hand => hand.TurnedBack) : 0;
                done.GetValueOrDefault(once).ShouldBeInRange(1, 1 + again, once);
            }

            var devices = await script.Host.Services.GetRequiredService<IAccountDirectory>()
                .ReadDevicesAsync(script.Account, TestContext.Current.CancellationToken);
            devices.Count(device => !device.IsRetired).ShouldBe(1);
        }
        catch (Exception failure) when (failure is ScriptException or ShouldAssertException)
        {
            throw new ScriptException($"{failure.Message}\n\n{script.Transcript}");
        }
    }

    private static readonly Dictionary<string, string[]> Once = new()
    {
        ["Classic"] = ["deviceRegistration", "triggerTestCharge"],
        ["Wizard"] = ["startSmartFlexOnboarding", SignIn],
    };

    /// <returns>The window in which the customer was last heard; null when it was both at once.</returns>
    private static async Task<int?> GoAsync(Script script, ScriptTab[] tabs, WillingCustomer[] hands, Random random)
    {
        int? lastHeard = null;
        for (var moves = 0; moves < MostMoves; moves++)
        {
            int[] acting = random.Next(3) switch { 0 => [0], 1 => [1], _ => [0, 1] };
            var before = tabs.Select(tab => tab.Posts).ToList();
            await Task.WhenAll(acting.Select(window => hands[window].MoveOnceAsync()));
            int[] heard = [.. Enumerable.Range(0, tabs.Length).Where(window => tabs[window].Posts > before[window])];
            lastHeard = heard switch { [] => lastHeard, [var only] => only, _ => null };
            await HearOutAsync(script, tabs);
            if (hands.Any(hand => hand.IsLive))
            {
                return lastHeard;
            }

            script.Host.Clock.Advance(TimeSpan.FromSeconds(2));
        }

        throw new ScriptException("The customer answered everything in two windows and did not get to LIVE.");
    }

    private static async Task HearOutAsync(Script script, ScriptTab[] tabs)
    {
        await script.Host.SettleAsync();
        foreach (var tab in tabs)
        {
            await tab.ReadAsync();
            while (tab.IsAhead)
            {
                tab.Next();
            }
        }
    }
}
