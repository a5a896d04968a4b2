using System.Text.Json;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Kraken.Client;

namespace SmartFlexBot.Tests.Kraken.Client;

public sealed class KrakenErrorTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

    [Theory]
    [InlineData("KT-CT-1199", 1199)]
    [InlineData("KT-GB-1199", 0)]
    [InlineData("KT-CT-", 0)]
    [InlineData("KT-CT-+7", 0)]
    [InlineData(null, 0)]
    public void The_core_codes_have_numbers(string? code, int number) => Error(code).CoreNumber.ShouldBe(number);

    [Theory]
    [InlineData(null, "Cannot query field 'x' on type 'Query'.", null, true)]
    [InlineData(null, "Unknown argument 'x' on field 'y'.", null, true)]
    [InlineData(null, "Unknown type 'X'.", null, true)]
    [InlineData(null, "Unknown fragment 'X'.", null, true)]
    [InlineData(null, "Something else", null, false)]
    [InlineData(null, "It is said: Unknown type 'X'.", null, false)]
    [InlineData("KT-CT-1111", "Unknown type 'X'.", null, false)]
    [InlineData(null, "Unknown type 'X'.", "devices", false)]
    public void A_tenant_that_does_not_know_what_was_asked_says_so_before_it_runs(
        string? code, string message, string? root, bool isUnknown) =>
        new KrakenError(code, null, message, [], root).IsUnknownToTenant.ShouldBe(isUnknown);

    [Fact]
    public void The_error_with_a_code_is_the_main_one()
    {
        KrakenReply.MainError([Error(null), Error("KT-CT-1"), Error("KT-CT-2")]).Code.ShouldBe("KT-CT-1");
        var first = new KrakenError(null, null, "first", [], null);
        KrakenReply.MainError([first, Error(null)]).ShouldBeSameAs(first);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("{}", true)]
    [InlineData("""{"a":null,"b":null}""", true)]
    [InlineData("""{"a":null,"b":[]}""", false)]
    public void An_answer_in_which_all_is_null_is_empty(string? data, bool isEmpty) => new KrakenReply.Answered(
        data is null ? null : JsonDocument.Parse(data).RootElement, []).IsEmpty.ShouldBe(isEmpty);

    [Theory]
    [InlineData("""{"iat":1000,"exp":4600}""", 3600)]
    [InlineData("""{"exp":1800000600}""", 600)]
    [InlineData("""{"iat":1000}""", 3600)]
    [InlineData("""{"exp":"soon"}""", 3600)]
    [InlineData("""{"iat":1.5,"exp":1800000600}""", 600)]
    [InlineData("[]", 3600)]
    [InlineData("null", 3600)]
    public void A_token_lives_as_long_as_it_says_else_an_hour(string payload, int seconds)
    {
        var answer = new ObtainedToken("t", JsonDocument.Parse(payload).RootElement, null, null);
        KrakenToken.From(answer, Now).ExpiresAt.ShouldBe(Now.AddSeconds(seconds));
    }

    [Fact]
    public void A_refresh_token_is_good_until_its_time()
    {
        var token = new KrakenToken("t", Now, "r", Now.AddSeconds(10));
        token.RefreshIsUsable(Now.AddSeconds(9)).ShouldBeTrue();
        token.RefreshIsUsable(Now.AddSeconds(10)).ShouldBeFalse();
        (token with { RefreshExpiresAt = null }).RefreshIsUsable(Now.AddYears(1)).ShouldBeTrue();
        (token with { RefreshToken = null }).RefreshIsUsable(Now).ShouldBeFalse();
        token.ToString().ShouldNotContain("r,");
        KrakenToken.From(new("t", default, "r", 1_800_000_010), Now).RefreshExpiresAt.ShouldBe(Now.AddSeconds(10));
    }

    private static KrakenError Error(string? code) => new(code, null, "m", [], null);
}
