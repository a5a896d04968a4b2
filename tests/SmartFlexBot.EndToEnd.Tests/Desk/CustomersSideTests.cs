using Microsoft.Playwright;
using SmartFlexBot.EndToEnd.Tests.Browser;
using SmartFlexBot.EndToEnd.Tests.Processes;
using static Microsoft.Playwright.Assertions;

namespace SmartFlexBot.EndToEnd.Tests.Desk;

/// <summary>What a customer sees of a person who takes over.</summary>
public sealed class CustomersSideTests(Chromium chromium)
{
    private const string Person = "I want to talk to a person";

    [Fact]
    public async Task Who_would_rather_not_wait_and_clicks_twice_has_said_so_once_and_answered_nothing_else()
    {
        await using var installation = await Installation.StartAsync();
        await using var office = await chromium.OpenAsync(Device.Desktop);
        await using var home = await chromium.OpenAsync(Device.Desktop);
        await DeskPage.SignInAsync(office.Context, installation, "alex");
        var chat = await home.OpenChatAsync(installation.Bot);
        await new BrowserStory(chat).ToTheConfirmationAsync();
        await chat.SayAsync(Person);
        await chat.SeesAsync(Words.Of("handover.begun"));
        var carryOn = Words.Of("handover.carry-on");

        await chat.Page.Locator(".webchat__suggested-action").EvaluateAsync("button => { button.click(); button.click(); }");
        await chat.SeesAsync(Words.Of("handover.left"));

        await Expect(chat.SendBox).ToBeEditableAsync();
        await chat.SayAndHearAsync("help");
        await Expect(chat.Said(carryOn)).ToHaveCountAsync(1);
        await Expect(chat.Button(Words.Of("confirm.yes"))).ToBeEnabledAsync();
    }

    [Fact]
    public async Task The_page_says_that_a_person_writes_and_a_message_ends_the_sign_that_they_do()
    {
        await using var installation = await Installation.StartAsync();
        await using var office = await chromium.OpenAsync(Device.Desktop);
        await using var home = await chromium.OpenAsync(Device.Desktop, ColorScheme.Dark);
        var desk = await DeskPage.SignInAsync(office.Context, installation, "alex");
        var chat = await home.OpenChatAsync(installation.Bot);
        var head = chat.Page.Locator(".bar-title");
        var bot = head.GetByText(Words.OfPage("page.bot", "en"));
        var dots = chat.Page.Locator(".webchat__typing-indicator");
        await chat.SeesAsync(Words.Of("devices.ask.Both"));
        await chat.SayAsync(Person);
        await chat.SeesAsync(Words.Of("handover.begun"));
        await Expect(head).ToContainTextAsync(Words.OfPage("page.personSoon", "en"));
        await Expect(bot).ToBeHiddenAsync();
        await desk.ClaimAsync();

        // No time passes on the page: nothing but a message can end the sign.
        await home.Context.Clock.SetFixedTimeAsync(await chat.Page.EvaluateAsync<string>("new Date().toISOString()"));
        await desk.Message.PressSequentiallyAsync("Hello, xtq.");
        await Expect(dots).ToBeVisibleAsync();
        (await dots.EvaluateAsync<string>("dots => getComputedStyle(dots).backgroundImage")).ShouldNotContain("url(");
        await new Album("customer-dark").TakeAsync("typing", chat.Page);
        await desk.Message.PressAsync("Enter");
        await chat.SeesAsync("Hello, xtq.");
        await Expect(dots).ToHaveCountAsync(0);

        await Expect(head).ToContainTextAsync($"Alex {Words.OfPage("page.personHere", "en")}");
        await Expect(bot).ToBeHiddenAsync();
        await Expect(chat.Page.Locator("#webchat")).Not.ToContainTextAsync("Bot said");
        await chat.Page.Locator("input[type='file']").SetInputFilesAsync(
            new FilePayload { Name = "car.png", MimeType = "image/png", Buffer = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1] });
        await chat.Page.Locator(".webchat__send-button").ClickAsync();
        await Expect(desk.Lines.Locator(".line-file img")).ToHaveCountAsync(1);
        await desk.Page.Locator("#file").SetInputFilesAsync(
            new FilePayload { Name = "guide.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4 a guide"u8.ToArray() });
        await Expect(chat.Page.Locator("#webchat a[href*='/chat-files/']").Filter(new() { HasText = "guide.pdf" })).ToHaveCountAsync(1);
        await new Album("customer-dark").TakeAsync("person", chat.Page);
        await desk.EndAsync("Solved");
        await chat.SeesAsync(Words.Of("handover.back"));
        await Expect(bot).ToBeVisibleAsync();
        await Expect(chat.Page.Locator("input[type='file']")).ToHaveCountAsync(0);
    }
}
