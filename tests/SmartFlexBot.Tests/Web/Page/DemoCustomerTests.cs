using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.DataProtection;
using SmartFlexBot.Tests.Channels.DirectLine;

namespace SmartFlexBot.Tests.Web.Page;

public sealed class DemoCustomerTests
{
    private static readonly string[] Accounts = ["A-00000001", "A-00000002"];

    [Fact]
    public async Task In_simulator_mode_a_new_visitor_is_the_first_demo_customer()
    {
        await using var host = await PageHost.StartAsync(Accounts);

        var session = await host.NewVisitor().OpenAsync();

        session.Simulator.ShouldBeTrue();
        session.Customer.ShouldBe("A-00000001");
        (await host.AccountOfAsync(session.ConversationId)).ShouldBe("A-00000001");
    }

    [Fact]
    public async Task The_chat_knows_the_first_name_of_who_it_greets()
    {
        await using var host = await PageHost.StartAsync(Accounts);

        var session = await host.NewVisitor().OpenAsync();

        (await host.OriginOfAsync(session.ConversationId)).UserName.ShouldBe("Anna");
    }

    [Fact]
    public async Task Choosing_another_customer_begins_a_new_conversation_with_that_account_and_keeps_it()
    {
        await using var host = await PageHost.StartAsync(Accounts);
        var visitor = host.NewVisitor();
        var first = await visitor.OpenAsync();

        var chosen = await visitor.OpenAsync(new { customer = "A-00000002" });
        var reloaded = await visitor.OpenAsync();

        chosen.ConversationId.ShouldNotBe(first.ConversationId);
        (await host.AccountOfAsync(chosen.ConversationId)).ShouldBe("A-00000002");
        reloaded.ConversationId.ShouldBe(chosen.ConversationId);
        reloaded.Customer.ShouldBe("A-00000002");
    }

    [Fact]
    public async Task Choosing_the_same_customer_goes_on_with_the_conversation()
    {
        await using var host = await PageHost.StartAsync(Accounts);
        var visitor = host.NewVisitor();
        var first = await visitor.OpenAsync();

        (await visitor.OpenAsync(new { customer = "A-00000001" })).ConversationId.ShouldBe(first.ConversationId);
    }

    [Fact]
    public async Task A_customer_the_simulator_does_not_know_is_refused()
    {
        await using var host = await PageHost.StartAsync(Accounts);

        var answer = await host.NewVisitor().SendAsync(HttpMethod.Post, JsonContent.Create(new { customer = "A-99999999" }));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.TextAsync()).ShouldContain("UnknownCustomer");
    }

    [Fact]
    public async Task Without_the_simulator_nobody_chooses_an_account()
    {
        await using var host = await PageHost.StartAsync();

        var answer = await host.NewVisitor().SendAsync(HttpMethod.Post, JsonContent.Create(new { customer = "A-00000001" }));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_cookie_from_simulator_mode_opens_no_account_without_the_simulator()
    {
        var keys = new EphemeralDataProtectionProvider();
        var conversations = new InMemoryConversations(TimeProvider.System);
        await using var trial = await PageHost.StartAsync(Accounts, keys, conversations);
        var visitor = trial.NewVisitor();
        var demo = await visitor.OpenAsync();

        await using var real = await PageHost.StartAsync(keys: keys, conversations: conversations);
        var later = real.NewVisitor();
        later.Cookie = visitor.Cookie;
        var session = await later.OpenAsync();

        session.ConversationId.ShouldNotBe(demo.ConversationId);
        session.Customer.ShouldBeNull();
        (await real.AccountOfAsync(session.ConversationId)).ShouldBeNull();
    }
}
