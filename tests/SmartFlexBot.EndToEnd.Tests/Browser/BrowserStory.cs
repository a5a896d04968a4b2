using Microsoft.Playwright;

namespace SmartFlexBot.EndToEnd.Tests.Browser;

/// <summary>
/// A Tesla from hello to LIVE on the page. What else a test wants to do or look at, it does at each stage, before the answer.
/// </summary>
/// <param name="atStage">Called when the question of a stage is on the screen, with the stage and the page it is on.</param>
internal sealed class BrowserStory(ChatPage chat, Func<string, IPage, Task> atStage)
{
    public BrowserStory(ChatPage chat)
        : this(chat, (_, _) => Task.CompletedTask)
    {
    }

    public async Task ToLiveAsync()
    {
        await ToTheSignInAsync();
        await SignInAsync();
        await AddKeyAsync();
        await StartTestAsync();
        await SeeLiveAsync();
    }

    public async Task ToTheSignInAsync()
    {
        await ToTheConfirmationAsync();
        await chat.TickAsync(Words.Of("consent.data"));
        await chat.TickAsync(Words.Of("consent.control"));
        await atStage("permissions-ticked", chat.Page);
        await chat.PressAsync(Words.Of("confirm.yes"));
        await chat.SeesAsync(Words.Of("signin.title"));
        await atStage("sign-in", chat.Page);
    }

    public async Task ToTheConfirmationAsync()
    {
        await chat.SeesAsync(Words.Of("devices.ask.Both"));
        await atStage("hello", chat.Page);
        await chat.SayAsync("Hi, I have a Tesla Model 3 Long Range and an Ohme Home Pro");
        await chat.SeesAsync(Words.Of("confirm.propose.ElectricVehicle"));
        await atStage("devices", chat.Page);
    }

    public async Task SignInAsync()
    {
        var maker = await chat.FollowAsync(Words.Of("signin.button"));
        await atStage("maker", maker);
        await chat.PressElsewhereAsync(maker, "Allow");
        await BackAsync(maker, Words.Of("page.back.title"), "signed-in");
        await chat.SeesAsync(Words.Of("key.title"));
        await atStage("key", chat.Page);
    }

    public async Task AddKeyAsync()
    {
        var app = await chat.FollowAsync(Words.Of("key.button"));
        await atStage("tesla-app", app);
        await chat.PressElsewhereAsync(app, "Approve");
        await app.GetByRole(AriaRole.Heading, new() { Name = "The key is added" }).WaitForAsync();
        await atStage("key-added", app);
        await chat.ReturnFromAsync(app);
        await chat.SeesAsync(Words.Of("test.title"));
        await atStage("test", chat.Page);
    }

    public async Task StartTestAsync()
    {
        await chat.PressAsync(Words.Of("test.start"));
        await chat.SeesAsync(Words.Of("test.running"));
        await atStage("testing", chat.Page);
    }

    /// <summary>What opened beside the chat closes by itself; a tab has to be left.</summary>
    private async Task BackAsync(IPage maker, string heading, string stage)
    {
        if (chat.IsBeside(maker))
        {
            await ChatPage.SeesClosedAsync(maker);
            return;
        }

        await maker.GetByRole(AriaRole.Heading, new() { Name = heading }).WaitForAsync();
        await atStage(stage, maker);
        await chat.ReturnFromAsync(maker);
    }

    public async Task SeeLiveAsync()
    {
        await chat.SeesAsync(Words.Of("live.text"));
        await atStage("live", chat.Page);
    }
}
