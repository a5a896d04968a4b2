using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SmartFlexBot.EndToEnd.Tests.Browser;
using SmartFlexBot.EndToEnd.Tests.Processes;
using static Microsoft.Playwright.Assertions;

namespace SmartFlexBot.EndToEnd.Tests.Desk;

/// <summary>Two windows: a customer's and an agent's.</summary>
public sealed class DeskTests(Chromium chromium)
{
    private const string Person = "I want to talk to a person";

    /// <summary>What a desktop of 1280 x 1024 has at 400 %.</summary>
    private static readonly Device Zoomed = new("zoomed", new() { Width = 320, Height = 256 }, IsPhone: false);

    [Theory]
    [InlineData("desktop", ColorScheme.Light)]
    [InlineData("phone", ColorScheme.Dark)]
    [InlineData("zoomed", ColorScheme.Light)]
    public async Task A_person_takes_over_and_gives_back(string device, ColorScheme colours)
    {
        await using var installation = await Installation.StartAsync();
        await using var office = await chromium.OpenAsync(device == Zoomed.Name ? Zoomed : Device.Of(device), colours);
        await using var home = await chromium.OpenAsync(Device.Desktop);
        var desk = await DeskPage.SignInAsync(office.Context, installation, "alex");
        var chat = await home.OpenChatAsync(installation.Bot);
        var album = new Album($"desk-{device}-{colours}");
        var found = new List<string>();
        await chat.SeesAsync(Words.Of("devices.ask.Both"));

        await chat.SayAsync(Person);
        await chat.SeesAsync(Words.Of("handover.begun"));
        await Expect(desk.Waiting).ToHaveCountAsync(1);
        await LookAsync("waiting");
        await desk.ClaimAsync();
        await desk.SayAsync("Hello, this is Alex. What can I do for you?");
        await chat.SeesAsync("this is Alex");
        await chat.SayAsync("I have a Tesla Model 3 Long Range");
        await desk.SeesAsync("Tesla Model 3 Long Range");
        await desk.SeesSentAsync("this is Alex");
        await LookAsync("chat");
        await desk.Page.Locator("[data-dialog='end-dialog']").ClickAsync();
        await LookAsync("end");
        await desk.Page.Locator("#end-dialog [data-close]").ClickAsync();
        await desk.EndAsync("Solved");
        await chat.SeesAsync(Words.Of("handover.back"));
        await LookAsync("ended");

        await chat.SayAsync("Tesla Model 3 Long Range and an Ohme Home Pro");
        await chat.SeesAsync(Words.Of("confirm.propose.ElectricVehicle"));
        found.ShouldBeEmpty();

        async Task LookAsync(string stage)
        {
            await album.TakeAsync(stage, desk.Page);
            var result = await desk.Page.RunAxe();
            result.Passes.ShouldNotBeEmpty("axe did not look at the page");
            found.AddRange(
                from violation in result.Violations
                from node in violation.Nodes
                select $"{stage}: {violation.Id} at {node.Target}: {node.Html}");
            if (await desk.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth"))
            {
                found.Add($"{stage}: it scrolls sideways");
            }
        }
    }

    [Fact]
    public async Task Of_two_agents_who_claim_at_the_same_moment_one_has_the_chat_and_the_other_is_told_who()
    {
        await using var installation = await Installation.StartAsync();
        await using var office = await chromium.OpenAsync(Device.Desktop);
        await using var next = await chromium.OpenAsync(Device.Desktop);
        await using var home = await chromium.OpenAsync(Device.Desktop);
        DeskPage[] desks =
        [
            await DeskPage.SignInAsync(office.Context, installation, "alex"), await DeskPage.SignInAsync(next.Context, installation, "sam"),
        ];
        await AskAsync(await home.OpenChatAsync(installation.Bot));
        foreach (var desk in desks)
        {
            await Expect(desk.Waiting).ToHaveCountAsync(1);
        }

        await Task.WhenAll(desks.Select(desk => desk.Waiting.Locator("button[data-do='claim']").ClickAsync()));

        foreach (var desk in desks)
        {
            await Expect(desk.Page.Locator("#message, #alert-line:not(:empty)").First).ToBeVisibleAsync();
        }

        var owners = await Task.WhenAll(desks.Select(desk => desk.Message.CountAsync()));
        owners.Sum().ShouldBe(1);
        await Expect(desks[owners[0] == 1 ? 1 : 0].Page.Locator("#alert-line")).ToContainTextAsync(owners[0] == 1 ? "Alex" : "Sam");
    }

    [Fact]
    public async Task A_supervisor_signs_an_agent_out_in_the_overview()
    {
        await using var installation = await Installation.StartAsync();
        await using var office = await chromium.OpenAsync(Device.Desktop);
        await using var next = await chromium.OpenAsync(Device.Desktop);
        var agent = await DeskPage.SignInAsync(office.Context, installation, "alex");
        var supervisor = await DeskPage.SignInAsync(next.Context, installation, "sam");
        await supervisor.Page.Locator("a[href='/desk/overview']").ClickAsync();
        await supervisor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out Alex" }).ClickAsync();

        await Expect(agent.Page).ToHaveURLAsync(new Regex("/desk/sign-in"), new() { Timeout = 30_000 });
        await Expect(supervisor.Page).ToHaveURLAsync(new Regex("/desk/overview$"));
        await Expect(supervisor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out Alex" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_agent_whose_window_closes_comes_back_to_the_chat_and_to_what_was_half_written()
    {
        await using var installation = await Installation.StartAsync();
        await using var office = await chromium.OpenAsync(Device.Desktop);
        await using var home = await chromium.OpenAsync(Device.Desktop);
        var desk = await DeskPage.SignInAsync(office.Context, installation, "alex");
        var chat = await home.OpenChatAsync(installation.Bot);
        await AskAsync(chat);
        await desk.ClaimAsync();
        await desk.SayAsync("One moment, please.");
        await chat.SeesAsync("One moment, please.");
        await desk.Message.FillAsync("I have looked, and");
        var address = desk.Page.Url;

        await desk.Page.CloseAsync();
        await chat.SayAsync("Are you there?");
        desk = await DeskPage.ComeBackAsync(office.Context, address);

        await desk.SeesAsync("Are you there?");
        await Expect(desk.Message).ToHaveValueAsync("I have looked, and");
        await desk.SayAsync("I have looked, and all is well.");
        await chat.SeesAsync("all is well", times: 1);
    }

    [Fact]
    public async Task What_an_agent_sends_while_the_bot_is_dead_arrives_once_when_it_lives_again()
    {
        await using var installation = await Installation.StartAsync();
        await using var office = await chromium.OpenAsync(Device.Desktop);
        await using var home = await chromium.OpenAsync(Device.Desktop);
        var desk = await DeskPage.SignInAsync(office.Context, installation, "alex");
        var chat = await home.OpenChatAsync(installation.Bot);
        await AskAsync(chat);
        await desk.ClaimAsync();

        await installation.KillBotAsync();
        await desk.SeesConnectionAsync("lost");
        await desk.SayAsync("Still here.");
        await installation.StartBotAsync();

        await desk.SeesConnectionAsync("online");
        await desk.SeesSentAsync("Still here.");
        await chat.SeesAsync("Still here.", times: 1);
    }

    private static async Task AskAsync(ChatPage chat)
    {
        await chat.SeesAsync(Words.Of("devices.ask.Both"));
        await chat.SayAsync(Person);
        await chat.SeesAsync(Words.Of("handover.begun"));
    }
}
