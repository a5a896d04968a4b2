using SmartFlexBot.EndToEnd.Tests.Processes;

namespace SmartFlexBot.EndToEnd.Tests.Browser;

public sealed class TeslaToLiveTests(Chromium chromium)
{
    /// <summary>From the page to LIVE: messages, presses and ticks in the chat, presses on makers' pages, returns to the chat.</summary>
    private static readonly Dictionary<string, int> MostActions = new() { ["desktop"] = 9, ["phone"] = 11 };

    [Theory]
    [InlineData(OnboardingApi.Wizard, "phone")]
    [InlineData(OnboardingApi.Wizard, "desktop")]
    [InlineData(OnboardingApi.Classic, "phone")]
    [InlineData(OnboardingApi.Classic, "desktop")]
    public async Task A_tesla_goes_from_hello_to_live_in_few_actions(OnboardingApi api, string device)
    {
        await using var installation = await Installation.StartAsync(api);
        await using var browser = await chromium.OpenAsync(Device.Of(device));
        var chat = await browser.OpenChatAsync(installation.Bot);
        var album = new Album($"{api}-{device}");

        await new BrowserStory(chat, async (stage, page) =>
        {
            if (page == chat.Page)
            {
                await chat.SettleAsync();
            }

            await album.TakeAsync(stage, page);
        }).ToLiveAsync();

        var actions = chat.Actions + chat.Ticks + chat.PressesElsewhere + chat.Returns;
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{chat.Actions} messages and buttons, {chat.Ticks} ticks, {chat.PressesElsewhere} presses elsewhere, {chat.Returns} returns.");
        actions.ShouldBeLessThanOrEqualTo(MostActions[device]);
        await chat.SeesAsync("Tesla Model 3 Long Range");

        // Who holds the phone in the hand cannot scan its screen.
        await Microsoft.Playwright.Assertions.Expect(
            chat.Page.GetByRole(Microsoft.Playwright.AriaRole.Img, new() { Name = Words.Of("key.qr.alt") }))
            .ToHaveCountAsync(device == Device.Phone.Name ? 0 : 1);
    }
}
