namespace SmartFlexBot.Tests.Onboarding.Requests;

/// <summary>Who is not signed in is helped where it matters, and shown the way in.</summary>
public sealed class SignedOutTests
{
    private readonly InMemoryKraken _kraken = new();

    [Theory]
    [InlineData("person", "person")]
    [InlineData("i smell gas", "safety.gas")]
    [InlineData("it smells of burning", "safety.burning")]
    [InlineData("got a shock", "safety.shock")]
    [InlineData("no power", "safety.no-power")]
    [InlineData("complaint", "complaint")]
    public async Task Who_is_not_signed_in_is_helped_where_it_matters(string words, string key)
    {
        var chat = new Chat(_kraken) { Account = null };

        (await chat.SayAsync(words)).ShouldBe([Chat.Text(key)]);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("status")]
    [InlineData("help")]
    [InlineData("cancel")]
    [InlineData("back")]
    [InlineData("change")]
    [InlineData("start over")]
    [InlineData("withdraw consent")]
    [InlineData("cancel the switch")]
    [InlineData("A-1")]
    public async Task Who_is_not_signed_in_is_sent_to_the_suppliers_page_for_all_else(string words)
    {
        var chat = new Chat(_kraken) { Account = null };

        (await chat.SayAsync(words)).ShouldBe([Chat.Text("signed-out", ("page", Shipped.Market.SignInPage))]);
    }

    [Theory]
    [InlineData("in german", "answer.language")]
    [InlineData("privacy", "answer.data")]
    public async Task What_who_is_not_signed_in_asks_is_answered_beside_the_way_in(string words, string answer)
    {
        var chat = new Chat(_kraken) { Account = null };

        (await chat.SayAsync(words))[^1].ShouldBe(Chat.Text("signed-out", ("page", Shipped.Market.SignInPage)));
        chat.Said[^2].ShouldStartWith(Chat.Start(answer));
    }

    [Fact]
    public async Task Who_is_angry_is_calmed_without_being_signed_in() =>
        (await new Chat(_kraken) { Account = null }.SayAsync("useless")).ShouldBe([Chat.Text("frustration")]);

    [Fact]
    public async Task Nobody_is_told_to_sign_in_because_of_what_happens_by_itself()
    {
        var chat = new Chat(_kraken) { Account = null };

        (await chat.OpenAsync()).ShouldHaveSingleItem();
        (await chat.HappenAsync("webchat/page")).ShouldBeEmpty();
    }
}
