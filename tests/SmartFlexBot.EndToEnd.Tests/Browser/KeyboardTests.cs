using Microsoft.Playwright;
using SmartFlexBot.EndToEnd.Tests.Processes;

namespace SmartFlexBot.EndToEnd.Tests.Browser;

public sealed class KeyboardTests(Chromium chromium)
{
    /// <summary>More stops than this on the way would be nobody's idea of usable.</summary>
    private const int MostStops = 15;

    [Fact]
    public async Task From_hello_through_the_confirmation_card_with_the_keyboard_alone()
    {
        await using var installation = await Installation.StartAsync();
        await using var browser = await chromium.OpenAsync(Device.Desktop);
        var chat = await browser.OpenChatAsync(installation.Bot);
        await chat.SeesAsync(Words.Of("devices.ask.Both"));

        await PressUntilAsync(chat.Page, "Tab", chat.SendBox);
        await chat.Page.Keyboard.TypeAsync("Tesla Model 3 Long Range and an Ohme Home Pro");
        await chat.Page.Keyboard.PressAsync("Enter");
        await chat.SeesAsync(Words.Of("confirm.propose.ElectricVehicle"));

        // Web Chat's own way: back to the history, Enter goes into the newest message, Tab through what is in it.
        await PressUntilAsync(chat.Page, "Shift+Tab", chat.Page.Locator(".webchat__basic-transcript"));
        await chat.Page.Keyboard.PressAsync("Enter");
        await PressUntilAsync(chat.Page, "Tab", chat.Button(Words.Of("confirm.yes")));
        await chat.Page.Keyboard.PressAsync("Enter");

        await chat.SeesAsync(Words.Of("consent.title"), times: 2);
    }

    private static async Task PressUntilAsync(IPage page, string key, ILocator focused)
    {
        for (var stops = 0; stops < MostStops; stops++)
        {
            if (await focused.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync(key);
        }

        throw new InvalidOperationException($"{key} does not lead to {focused} in {MostStops} stops.");
    }
}
