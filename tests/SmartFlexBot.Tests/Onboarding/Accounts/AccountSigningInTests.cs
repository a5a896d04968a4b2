using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Accounts;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Tests.Onboarding.Accounts;

/// <summary>Who is a stranger in their channel signs in to their account in the chat.</summary>
public sealed class AccountSigningInTests
{
    private readonly Stranger _ada = new();

    private Chat Chat => _ada.Chat;

    [Fact]
    public async Task In_the_chats_own_browser_they_are_signed_in_and_the_journey_begins()
    {
        (await Chat.SayAsync("hello")).ShouldBe([$"[{Chat.Text("account.title")}]"]);

        (await _ada.ProveAsync(_ada.Ticket, code: null, "A-1")).ShouldBe([Chat.Text("account.signed-in")]);
        _ada.Account.ShouldBe("A-1");
        Chat.Effects.Origin!.SignedInUntil.ShouldBe(Chat.Time.GetUtcNow() + Stranger.Lifetime);

        (await _ada.GoOnAsync())[0].ShouldStartWith(Chat.Start("greeting"));
    }

    [Fact]
    public async Task Elsewhere_the_code_of_the_page_has_to_be_typed_in_the_chat()
    {
        await Chat.SayAsync("hello");

        (await _ada.ProveAsync(_ada.Ticket, Stranger.Code, "A-1")).ShouldBe([Chat.Text("account.code")]);
        _ada.Account.ShouldBeNull();
        (await Chat.SayAsync("what now?"))[^1].ShouldBe(Chat.Text("account.code.waiting"));
        (await Chat.SayAsync("123 456")).ShouldBe([Chat.Text("account.signed-in")]);

        _ada.Account.ShouldBe("A-1");
    }

    [Fact]
    public async Task A_code_is_guessed_three_times_and_then_it_is_another_link_that_has_to_be_used()
    {
        await Chat.SayAsync("hello");
        var first = _ada.Ticket;
        await _ada.ProveAsync(first, Stranger.Code, "A-1");

        (await Chat.SayAsync("000000")).ShouldBe([Chat.Text("account.code.wrong")]);
        (await Chat.SayAsync("000001")).ShouldBe([Chat.Text("account.code.wrong")]);
        (await Chat.SayAsync("000002"))[0].ShouldBe(Chat.Text("account.code.over"));
        await Chat.SayAsync(Stranger.Code);
        await _ada.ProveAsync(first, code: null, "A-1");
        await Chat.SayAsync(Stranger.Code);

        _ada.Account.ShouldBeNull();
        _ada.Ticket.ShouldNotBe(first);
    }

    [Fact]
    public async Task A_code_is_good_for_ten_minutes()
    {
        await Chat.SayAsync("hello");
        await _ada.ProveAsync(_ada.Ticket, Stranger.Code, "A-1");

        Chat.Time.Advance(AccountCode.Lifetime);

        (await Chat.SayAsync(Stranger.Code)).ShouldBe([Chat.Text("account.code.over"), $"[{Chat.Text("account.title")}]"]);
        _ada.Account.ShouldBeNull();
    }

    [Fact]
    public async Task Of_several_accounts_one_is_chosen_and_no_other_one_can_be()
    {
        await Chat.SayAsync("hello");
        (await _ada.ProveAsync(_ada.Ticket, Stranger.Code, "A-1", "A-2")).ShouldHaveSingleItem();

        await Chat.PressAsync("choose", "A-2");
        _ada.Account.ShouldBeNull("the code comes first");
        (await Chat.SayAsync(Stranger.Code)).ShouldBe([$"[{Chat.Text("account.which")}]"]);
        await Chat.PressAsync("choose", "A-3");
        await Chat.SayAsync("A-3");
        _ada.Account.ShouldBeNull();
        await Chat.PressAsync("choose", "A-2");

        _ada.Account.ShouldBe("A-2");
    }

    [Fact]
    public async Task A_link_serves_once()
    {
        await Chat.SayAsync("hello");
        var link = _ada.Ticket;
        await _ada.ProveAsync(link, Stranger.Code, "A-1");

        (await _ada.ProveAsync(link, code: null, "A-2")).ShouldBeEmpty();
        (await _ada.ProveAsync("invented", code: null, "A-2")).ShouldBeEmpty();
        await Chat.SayAsync(Stranger.Code);

        _ada.Account.ShouldBe("A-1");
    }

    [Theory]
    [InlineData("directline|c-2", "u-1")]
    [InlineData("directline|c-1", "u-2")]
    public async Task A_link_of_another_chat_or_customer_counts_for_nothing(string conversation, string user)
    {
        await Chat.SayAsync("hello");
        var ticket = new AccountTicket(conversation, user, "en");
        Chat.Effects.SaveRecord(new(AccountTicket.RecordKind, "theirs", ticket.Write(), 0));

        (await _ada.ProveAsync("theirs", code: null, "A-1")).ShouldBeEmpty();

        _ada.Account.ShouldBeNull();
    }

    [Theory]
    [InlineData("A-1")]
    [InlineData("my account number is A-1")]
    [InlineData("123456")]
    public async Task What_is_typed_or_pressed_or_comes_along_as_an_account_is_none(string text)
    {
        var forged = new JsonObject
        {
            ["do"] = "choose",
            ["choice"] = "A-1",
            ["accountNumber"] = "A-1",
            ["ticket"] = "A-1",
            ["numbers"] = new JsonArray("A-1"),
        };

        await Chat.SayAsync(text);
        await Chat.TurnAsync(new() { Type = "message", Text = text, Value = forged, ChannelData = forged.DeepClone() });
        await Chat.HappenAsync("webchat/account", forged.DeepClone().AsObject());
        await Chat.HappenAsync(OnboardingEvents.AccountProved, forged.DeepClone().AsObject());

        _ada.Account.ShouldBeNull();
        Chat.Effects.Records.ShouldAllBe(record => record.Kind == AccountTicket.RecordKind);
    }

    [Fact]
    public async Task Who_has_no_energy_account_is_told_so()
    {
        await Chat.SayAsync("hello");

        (await _ada.ProveAsync(_ada.Ticket, Stranger.Code)).ShouldBe([Chat.Text("account.none")]);

        _ada.Account.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_dangerous_comes_before_the_code_and_a_new_link_is_given_to_who_asks()
    {
        await Chat.SayAsync("hello");
        await _ada.ProveAsync(_ada.Ticket, Stranger.Code, "A-1");

        (await Chat.SayAsync("i smell gas")).ShouldBe([Chat.Text("safety.gas")]);
        (await Chat.SayAsync("Sign in")).ShouldBe([$"[{Chat.Text("account.title")}]"]);
    }

    [Fact]
    public async Task Neither_the_link_nor_the_code_stands_in_what_is_kept()
    {
        await Chat.SayAsync("hello");
        var link = _ada.Link;
        await _ada.ProveAsync(_ada.Ticket, Stranger.Code, "A-1");

        var kept = string.Join('\n', Chat.Effects.Written.Select(record => $"{record.Key} {record.Json}")) + Chat.StateJson;

        kept.ShouldContain(Ticket.KeyOf(link));
        kept.ShouldNotContain(link);
        kept.ShouldNotContain(Stranger.Code);
    }
}
