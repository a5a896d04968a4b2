using Microsoft.Playwright;
using SmartFlexBot.EndToEnd.Tests.Processes;

namespace SmartFlexBot.EndToEnd.Tests.Browser;

public sealed class TeslaToLiveTests(Chromium chromium)
{
    private const int MostActions = 6;

    [Theory]
    [InlineData(OnboardingApi.Wizard, "phone")]
    [InlineData(OnboardingApi.Wizard, "desktop")]
    [InlineData(OnboardingApi.Classic, "phone")]
    [InlineData(OnboardingApi.Classic, "desktop")]
    public async Task A_tesla_goes_from_hello_to_live_in_six_actions(OnboardingApi api, string device)
    {
        await using var installation = await Installation.StartAsync(api);
        await using var browser = await chromium.OpenAsync(Device.Of(device));
        var album = new Album($"{api}-{device}");
        var chat = await browser.OpenChatAsync(installation.Bot);
        await chat.SeesAsync("I'm the Brightwater Energy assistant, a bot.");
        await album.TakeAsync(chat, "hello");

        await chat.SayAsync("Hi, I have a Tesla Model 3 Long Range and an Ohme Home Pro");
        await chat.SeesAsync("I'd connect the car.");
        await album.TakeAsync(chat, "devices");

        await chat.PressAsync("Yes, go on");
        await chat.SeesAsync("Two permissions");
        await album.TakeAsync(chat, "permissions");
        await chat.TickAsync("may read this device");
        await chat.TickAsync("may start and stop its charging");
        await album.TakeAsync(chat, "permissions-ticked");
        await chat.PressAsync("Continue");

        await chat.SeesAsync("Sign in to Tesla");
        await album.TakeAsync(chat, "sign-in");
        var maker = await chat.FollowAsync("Sign in");
        await album.TakeAsync(maker, "maker");
        await maker.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();
        await maker.GetByRole(AriaRole.Heading, new() { Name = "You are signed in" }).WaitForAsync();
        await album.TakeAsync(maker, "signed-in");
        await maker.CloseAsync();

        await chat.SeesAsync("Add the virtual key");
        await album.TakeAsync(chat, "key");
        var app = await chat.FollowAsync("Add the key");
        await album.TakeAsync(app, "tesla-app");
        await app.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await app.GetByRole(AriaRole.Button, new() { Name = "Approve" }).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await album.TakeAsync(app, "key-added");
        await app.CloseAsync();

        await chat.SeesAsync("A short test charge");
        await album.TakeAsync(chat, "test");
        await chat.PressAsync("Start the test charge");
        await chat.SeesAsync("The test charge has started.");
        await album.TakeAsync(chat, "testing");
        await chat.SeesAsync("Tesla Model 3 Long Range is live");
        await album.TakeAsync(chat, "live");

        TestContext.Current.TestOutputHelper!.WriteLine($"{chat.Actions} actions, and {chat.Ticks} boxes ticked.");
        chat.Actions.ShouldBeLessThanOrEqualTo(MostActions);
    }
}
