using Microsoft.Playwright;
using SmartFlexBot.EndToEnd.Tests.Processes;
using static Microsoft.Playwright.Assertions;

namespace SmartFlexBot.EndToEnd.Tests.Browser;

/// <summary>What a customer has written is sent, whatever happens to the network or the server meanwhile: once, and in order.</summary>
public sealed class UnsentMessageTests(Chromium chromium)
{
    private static readonly string[] Written = ["What is a test charge?", "Is my battery safe?", "Who sees my data?"];

    [Fact]
    public async Task Written_offline_it_is_sent_when_the_network_is_back()
    {
        await using var installation = await Installation.StartAsync();
        await using var browser = await chromium.OpenAsync(Device.Phone);
        var chat = await browser.OpenChatAsync(installation.Bot);
        await chat.SeesAsync(Words.Of("devices.ask.Both"));

        await browser.Context.SetOfflineAsync(true);
        await chat.SeesStatusAsync("offline");
        await WriteAsync(chat);
        await new Album("unsent").TakeAsync("offline", chat.Page);
        await browser.Context.SetOfflineAsync(false);

        await SentOnceInOrderAsync(chat);
    }

    [Fact]
    public async Task Written_while_the_server_is_down_it_is_sent_when_it_is_back()
    {
        await using var installation = await Installation.StartAsync();
        await using var browser = await chromium.OpenAsync(Device.Desktop);
        var chat = await browser.OpenChatAsync(installation.Bot);
        await chat.SeesAsync(Words.Of("devices.ask.Both"));

        await installation.KillBotAsync();
        await WriteAsync(chat);
        await chat.SeesStatusAsync("unreachable");
        await new Album("unsent").TakeAsync("server-down", chat.Page);
        await installation.StartBotAsync();

        await SentOnceInOrderAsync(chat);
    }

    /// <summary>The first message is taken, and the process is killed before anybody hears so.</summary>
    [Fact]
    public async Task In_flight_when_the_server_is_killed_it_is_sent_once()
    {
        await using var installation = await Installation.StartAsync();
        await using var browser = await chromium.OpenAsync(Device.Desktop);
        var chat = await browser.OpenChatAsync(installation.Bot);
        await chat.SeesAsync(Words.Of("devices.ask.Both"));
        var killed = false;
        await chat.Page.RouteAsync("**/activities", async route =>
        {
            if (killed || route.Request.Method != "POST")
            {
                await route.ContinueAsync();
                return;
            }

            killed = true;
            await route.FetchAsync();
            await installation.KillBotAsync();
            await route.AbortAsync();
        });

        await WriteAsync(chat);
        await chat.SeesStatusAsync("unreachable");
        await installation.StartBotAsync();

        await SentOnceInOrderAsync(chat);
    }

    /// <summary>Who sees nothing go out presses reload. What may be secret is not kept for that.</summary>
    [Fact]
    public async Task It_is_sent_after_a_reload_too_once_and_without_what_may_be_secret()
    {
        await using var installation = await Installation.StartAsync();
        await using var browser = await chromium.OpenAsync(Device.Desktop);
        var chat = await browser.OpenChatAsync(installation.Bot);
        await chat.SeesAsync(Words.Of("devices.ask.Both"));

        await installation.KillBotAsync();
        await WriteAsync(chat);
        await chat.SayAsync("https://chat.example.com/auth/return?code=opens-the-account&state=x");
        await chat.SeesStatusAsync("unreachable");
        (await chat.Page.EvaluateAsync<string>("JSON.stringify(sessionStorage)")).ShouldNotContain("opens-the-account");
        await Should.ThrowAsync<PlaywrightException>(() => chat.Page.ReloadAsync());
        await installation.StartBotAsync();
        await chat.GoToAsync(installation.Bot);

        await SentOnceInOrderAsync(chat);
        (await chat.Page.EvaluateAsync<int>("sessionStorage.getItem('unsent') === null ? 0 : 1")).ShouldBe(0);
    }

    private static async Task WriteAsync(ChatPage chat)
    {
        foreach (var words in Written)
        {
            await chat.SayAsync(words);
        }
    }

    private static async Task SentOnceInOrderAsync(ChatPage chat)
    {
        await chat.SeesStatusAsync("online");
        await Expect(chat.Messages.GetByText("Sending")).ToHaveCountAsync(0);
        await Expect(chat.Said()).ToHaveTextAsync(Written);
        // A reload shows what the server has.
        await chat.ReloadAsync();
        await Expect(chat.Said()).ToHaveTextAsync(Written);
    }
}
