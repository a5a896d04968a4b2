using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Accounts;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Tests.Onboarding;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>The whole bot, and a customer whom no channel vouches for.</summary>
public sealed partial class AccountStories
{
    private const string Anna = "A-7E51A001";

    [Fact]
    public async Task A_stranger_signs_in_and_their_journey_begins()
    {
        await using var host = await ScriptHost.StartAsync(
            "Accounts:SignIn:Authority=http://127.0.0.1:1", "Accounts:SignIn:ClientId=chat", "Accounts:SignIn:AccountsClaim=accounts");
        var chat = new ChatClient(host, accountNumber: null, "en");
        await chat.OpenAsync();
        await SayAsync(host, chat, "hello");
        var link = Link().Match(string.Concat((await chat.ReadAsync()).Select(said => said.ToJsonString()))).Groups[1].Value;

        using var unreachable = await host.Http.GetAsync($"/account/sign-in/{link}", TestContext.Current.CancellationToken);
        await ProveAsync(host, chat, link);
        await SayAsync(host, chat, "123 456");
        var texts = (await chat.ReadAsync()).Select(said => (string?)said["text"]).OfType<string>().ToList();

        unreachable.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        texts[..3].ShouldBe([Chat.Text("account.code"), "123 456", Chat.Text("account.signed-in")]);
        texts[3].ShouldStartWith(Chat.Start("greeting"));
        new[] { link, Anna, "123 456", "123456" }.Where(host.HasStored).ShouldBeEmpty();
    }

    [Fact]
    public async Task With_the_simulators_own_provider_it_all_runs_on_one_machine()
    {
        await using var host = await ScriptHost.StartAsync("Simulator:SignIn=true");
        var chat = new ChatClient(host, accountNumber: null, "en");
        await chat.OpenAsync();
        await SayAsync(host, chat, "hello");
        var link = Link().Match(string.Concat((await chat.ReadAsync()).Select(said => said.ToJsonString()))).Groups[1].Value;
        var browser = new PlainBrowser(host.Address);

        var customers = await browser.OpenAsync((await browser.LeadsToAsync($"/account/sign-in/{link}"))!);
        var back = await browser.LeadsToAsync("/simulator/identity/authorize", PlainBrowser.FormOf(customers, ("account", Anna)));
        var code = PlainBrowser.SixDigitsOn(await browser.OpenAsync(back!));
        var again = await browser.StatusOfAsync(back!);
        await host.SettleAsync();
        await SayAsync(host, chat, code);
        var texts = (await chat.ReadAsync()).Select(said => (string?)said["text"]).OfType<string>().ToList();

        again.ShouldBe(HttpStatusCode.BadRequest, "an answer is taken once");
        texts[2].ShouldBe(Chat.Text("account.signed-in"));
        texts[3].ShouldStartWith(Chat.Start("greeting"));
    }

    /// <summary>As the provider's answer does.</summary>
    private static async Task ProveAsync(ScriptHost host, ChatClient chat, string link)
    {
        var key = Ticket.KeyOf(link);
        await host.Services.GetRequiredService<IConversationInbox>().AcceptAsync(
            new("directline", chat.ConversationId!),
            new(
                OnboardingEvents.Event(OnboardingEvents.AccountProved, new JsonObject { ["ticket"] = key }), "proved", Logged: false,
                new ProvedAccounts(key, [Anna], "123456").Write(), Lasting: true),
            TestContext.Current.CancellationToken);
        await host.SettleAsync();
    }

    private static async Task SayAsync(ScriptHost host, ChatClient chat, string text)
    {
        await chat.PostAsync(new() { ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = "dl_customer-of-" } });
        await host.SettleAsync();
    }

    [GeneratedRegex("/account/sign-in/([0-9a-f]{32})")]
    private static partial Regex Link();
}
