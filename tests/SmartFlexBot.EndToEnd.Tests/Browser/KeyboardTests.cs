using Microsoft.Playwright;
using SmartFlexBot.EndToEnd.Tests.Processes;

namespace SmartFlexBot.EndToEnd.Tests.Browser;

public sealed class KeyboardTests(Chromium chromium)
{
    /// <summary>More stops than this on the way would be nobody's idea of usable.</summary>
    private const int MostStops = 25;

    [Fact]
    public async Task From_hello_to_live_with_the_keyboard_alone()
    {
        await using var installation = await Installation.StartAsync();
        await using var browser = await chromium.OpenAsync(Device.Desktop);
        var chat = await browser.OpenChatAsync(installation.Bot);
        await chat.SeesAsync(Words.Of("devices.ask.Both"));

        await PressUntilAsync(chat.Page, "Tab", chat.SendBox);
        await chat.Page.Keyboard.TypeAsync("Tesla Model 3 Long Range and an Ohme Home Pro");
        await chat.Page.Keyboard.PressAsync("Enter");
        await chat.SeesAsync(Words.Of("confirm.propose.ElectricVehicle"));

        await IntoTheNewestAsync(chat);
        foreach (var permission in new[] { "consent.data", "consent.control" })
        {
            await PressUntilAsync(chat.Page, "Tab", chat.Box(Words.Of(permission)));
            await chat.Page.Keyboard.PressAsync("Space");
        }

        await PressUntilAsync(chat.Page, "Tab", chat.Button(Words.Of("confirm.yes")));
        await chat.Page.Keyboard.PressAsync("Enter");
        await chat.SeesAsync(Words.Of("signin.title"));

        await ElsewhereAsync(chat, Words.Of("signin.button"), "Allow");
        await chat.SeesAsync(Words.Of("key.title"));
        await ElsewhereAsync(chat, Words.Of("key.button"), "Approve");
        await chat.SeesAsync(Words.Of("test.title"));
        await IntoTheNewestAsync(chat);
        await PressUntilAsync(chat.Page, "Tab", chat.Button(Words.Of("test.start")));
        await chat.Page.Keyboard.PressAsync("Enter");

        await chat.SeesAsync(Words.Of("live.text"));
    }

    /// <summary>
    /// Web Chat's own way: Escape out of the message before, back to the history, Enter goes into the newest message, Tab through what
    /// is in it.
    /// </summary>
    private static async Task IntoTheNewestAsync(ChatPage chat)
    {
        await chat.SettleAsync();
        await chat.Page.Keyboard.PressAsync("Escape");
        await PressUntilAsync(chat.Page, "Tab", chat.SendBox);
        await PressUntilAsync(chat.Page, "Shift+Tab", chat.Page.Locator(".webchat__basic-transcript"));
        await chat.Page.Keyboard.PressAsync("End");
        await chat.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task ElsewhereAsync(ChatPage chat, string link, string button)
    {
        await IntoTheNewestAsync(chat);
        await PressUntilAsync(chat.Page, "Tab", chat.Button(link));
        var maker = await chat.Page.Context.RunAndWaitForPageAsync(() => chat.Page.Keyboard.PressAsync("Enter"));
        await maker.WaitForLoadStateAsync();
        await PressUntilAsync(maker, "Tab", maker.GetByRole(AriaRole.Button, new() { Name = button }));
        await maker.Keyboard.PressAsync("Enter");
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
