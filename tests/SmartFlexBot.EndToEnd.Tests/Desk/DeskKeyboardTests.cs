using Microsoft.Playwright;
using SmartFlexBot.EndToEnd.Tests.Browser;
using SmartFlexBot.EndToEnd.Tests.Processes;
using static Microsoft.Playwright.Assertions;

namespace SmartFlexBot.EndToEnd.Tests.Desk;

public sealed class DeskKeyboardTests(Chromium chromium)
{
    [Fact]
    public async Task From_the_queue_to_the_end_with_the_keyboard_alone()
    {
        await using var installation = await Installation.StartAsync();
        await using var office = await chromium.OpenAsync(Device.Desktop);
        await using var home = await chromium.OpenAsync(Device.Desktop);
        var desk = await DeskPage.SignInAsync(office.Context, installation, "alex");
        var keys = desk.Page.Keyboard;
        var chat = await home.OpenChatAsync(installation.Bot);
        await chat.SeesAsync(Words.Of("devices.ask.Both"));
        await chat.SayAsync("I want to talk to a person");
        await Expect(desk.Waiting).ToHaveCountAsync(1);

        await keys.PressAsync("Alt+l");
        await Expect(desk.Message).ToBeFocusedAsync();
        await keys.TypeAsync("Hello, xtq.");
        await keys.PressAsync("Enter");
        await chat.SeesAsync("Hello, xtq.");
        await keys.PressAsync("Alt+n");
        await keys.TypeAsync("Only for us.");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await Expect(desk.Page.Locator("#notes li")).ToHaveCountAsync(1);
        await keys.PressAsync("Alt+x");
        await keys.PressAsync("Space");
        await keys.PressAsync("Enter");

        await chat.SeesAsync(Words.Of("handover.back"));
        await Expect(chat.Saying("Only for us.")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_touches_nothing_is_asked_can_stay_and_is_signed_out_at_last()
    {
        await using var installation = await Installation.StartAsync();
        await using var office = await chromium.OpenAsync(Device.Desktop);
        await office.Context.Clock.InstallAsync();
        var desk = await DeskPage.SignInAsync(office.Context, installation, "alex");
        var question = desk.Page.GetByRole(AriaRole.Alertdialog);

        await office.Context.Clock.FastForwardAsync("14:10");
        await Expect(question).ToBeVisibleAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(question).ToBeHiddenAsync();
        await office.Context.Clock.FastForwardAsync("15:10");

        await desk.Page.WaitForURLAsync("**/desk/sign-in?problem=idle");
    }
}
