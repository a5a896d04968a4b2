using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.SignIn;

namespace SmartFlexBot.Tests.Onboarding.SignIn;

public sealed class SignInAddressRedactionTests
{
    private const string Hidden = SignInAddressRedaction.Replacement;

    [Theory]
    [InlineData("https://t.example/auth?code=abc&state=xyz", Hidden, "https://t.example/auth?code=abc&state=xyz")]
    [InlineData("http://t.example/auth?state=xyz&code=abc", Hidden, "http://t.example/auth?state=xyz&code=abc")]
    [InlineData("HTTPS://T.example/auth?CODE=abc&STATE=xyz", Hidden, "HTTPS://T.example/auth?CODE=abc&STATE=xyz")]
    [InlineData("www.t.example/auth?code=a&state=b", Hidden, "https://www.t.example/auth?code=a&state=b")]
    [InlineData("t.example/auth?code=a&state=b", Hidden, "https://t.example/auth?code=a&state=b")]
    [InlineData("localhost:3978/auth/return?code=a&state=b", Hidden, "https://localhost:3978/auth/return?code=a&state=b")]
    [InlineData("here it is: https://t.example/?code=a&state=b thanks",
        $"here it is: {Hidden} thanks", "https://t.example/?code=a&state=b")]
    [InlineData("(https://t.example/?code=a&state=b).", $"({Hidden}).", "https://t.example/?code=a&state=b")]
    [InlineData("<https://t.example/?code=a&state=b>", $"<{Hidden}>", "https://t.example/?code=a&state=b")]
    [InlineData("\"https://t.example/?code=a&state=b\"", $"\"{Hidden}\"", "https://t.example/?code=a&state=b")]
    [InlineData("[page](https://t.example/?code=a&state=b)", $"[page]({Hidden})", "https://t.example/?code=a&state=b")]
    [InlineData("line one\nhttps://t.example/?code=a&state=b\nline three",
        $"line one\n{Hidden}\nline three", "https://t.example/?code=a&state=b")]
    [InlineData("https://t.example/done#code=a&state=b", Hidden, "https://t.example/done#code=a&state=b")]
    [InlineData("https://t.example/done?x=1#state=b&access_token=a", Hidden, "https://t.example/done?x=1#state=b&access_token=a")]
    [InlineData("https://t.example/?error=access_denied&state=b", Hidden, "https://t.example/?error=access_denied&state=b")]
    [InlineData("https://t.example/?code=a%20b%2Fc&state=%7Bd%7D", Hidden, "https://t.example/?code=a%20b%2Fc&state=%7Bd%7D")]
    [InlineData("https://t.example/?code=a&amp;state=b", Hidden, "https://t.example/?code=a&state=b")]
    [InlineData("https%3A%2F%2Ft.example%2F%3Fcode%3Da%26state%3Db", Hidden, "https://t.example/?code=a&state=b")]
    [InlineData("t.example/?code=a&state=b&next=http://x.example/y", Hidden, "https://t.example/?code=a&state=b&next=http://x.example/y")]
    public void A_final_address_is_taken_out_whatever_it_is_pasted_with(string typed, string stored, string secret)
    {
        var (activity, found) = Redact(typed);

        activity.Text.ShouldBe(stored);
        found.ShouldBe(secret);
    }

    [Theory]
    [InlineData("I have a Tesla Model 3")]
    [InlineData("https://www.tesla.com/de_de/model3")]
    [InlineData("https://shop.example/?code=SPRING")]
    [InlineData("https://shop.example/?state=Bavaria&q=wallbox")]
    [InlineData("https://maker.example/authorize?response_type=code&client_id=x&state=y")]
    [InlineData("https://t.example/?mycode=a&mystate=b")]
    [InlineData("https://t.example/path/code=a&state=b")]
    [InlineData("my state is code red, see www.example.com")]
    [InlineData("state= and code= are words")]
    [InlineData("?")]
    [InlineData("")]
    public void Anything_else_stays_as_it_was_typed(string typed)
    {
        var (activity, found) = Redact(typed);

        activity.Text.ShouldBe(typed);
        found.ShouldBeNull();
    }

    [Fact]
    public void Of_two_addresses_both_are_hidden_and_the_first_counts()
    {
        var (activity, found) = Redact("https://t.example/?code=1&state=a and https://t.example/?code=2&state=b");

        activity.Text.ShouldBe($"{Hidden} and {Hidden}");
        found.ShouldBe("https://t.example/?code=1&state=a");
    }

    [Fact]
    public void An_ordinary_link_beside_it_stays()
    {
        var (activity, found) = Redact("from https://www.tesla.com/ to https://t.example/?code=1&state=a");

        activity.Text.ShouldBe($"from https://www.tesla.com/ to {Hidden}");
        found.ShouldBe("https://t.example/?code=1&state=a");
    }

    [Theory]
    [InlineData(10_000, "https://t.example/?state=b&code=")]
    [InlineData(10_000, "https://t.example/?code=b&state=")]
    public void A_very_long_one_is_hidden_to_its_last_letter(int length, string start)
    {
        var address = start + new string('x', length - start.Length);

        var (activity, found) = Redact(address);

        activity.Text.ShouldBe(Hidden);
        found.ShouldBe(address);
    }

    [Theory]
    [InlineData("www.")]
    [InlineData("?code=")]
    [InlineData("http")]
    [InlineData("%3D")]
    [InlineData("a ")]
    public void Ten_thousand_letters_of_nothing_stay_what_they_are(string letters)
    {
        var typed = string.Concat(Enumerable.Repeat(letters, 10_000 / letters.Length));

        Redact(typed).Activity.Text.ShouldBe(typed);
    }

    [Fact]
    public void The_value_of_such_a_message_is_not_stored_and_the_senders_object_is_not_changed()
    {
        var sent = new Activity
        {
            Type = ActivityTypes.Message,
            Text = "https://t.example/?code=1&state=a",
            Value = JsonValue.Create("https://t.example/?code=1&state=a")
        };

        var (stored, _) = new SignInAddressRedaction().Redact(sent);

        stored.Value.ShouldBeNull();
        ActivityJson.Write(stored).ShouldNotContain("code=1");
        sent.Text.ShouldContain("code=1");
    }

    [Fact]
    public void An_event_is_no_business_of_it()
    {
        var sent = new Activity { Type = ActivityTypes.Event, Name = "x", Text = "https://t.example/?code=1&state=a" };

        new SignInAddressRedaction().Redact(sent).ShouldBe((sent, null));
    }

    private static (Activity Activity, string? ProtectedValue) Redact(string text) =>
        new SignInAddressRedaction().Redact(new Activity { Type = ActivityTypes.Message, Text = text });
}
