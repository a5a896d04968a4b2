using SmartFlexBot.Kraken.Classic;

namespace SmartFlexBot.Tests.Kraken.Classic;

public sealed class SignInAddressTests
{
    [Theory]
    [InlineData("https://chat.example.test/auth/return?code=c&state=s", "c", "s", null)]
    [InlineData(" https://chat.example.test/auth/return?code=c ", "c", null, null)]
    [InlineData("https://chat.example.test/?error=access_denied&state=s", null, "s", "access_denied")]
    [InlineData("https://chat.example.test/?code=c&error=access_denied", null, null, "access_denied")]
    [InlineData("https://chat.example.test/?code=c&error=", "c", null, null)]
    public void The_makers_page_sends_back_a_code_or_an_error(string address, string? code, string? state, string? error) =>
        SignInAddress.Parse(address).ShouldBe(new Continuation(code, state, error));

    [Theory]
    [InlineData("https://chat.example.test/auth/return")]
    [InlineData("https://chat.example.test/auth/return?code=&error=")]
    [InlineData("code=c")]
    [InlineData("")]
    public void Another_address_is_none(string address) => SignInAddress.Parse(address).ShouldBeNull();

    [Theory]
    [InlineData("https://maker.example.test/?state=s", "s", true)]
    [InlineData("https://maker.example.test/?state=s", "other", false)]
    [InlineData("https://maker.example.test/?state=s", null, false)]
    [InlineData("https://maker.example.test/", "s", true)]
    [InlineData("https://maker.example.test/?state=", "s", true)]
    [InlineData(null, "s", true)]
    public void What_comes_back_belongs_to_what_went_out(string? asked, string? state, bool belongs) =>
        SignInAddress.Belongs(new("c", state, null), asked).ShouldBe(belongs);

    [Theory]
    [InlineData("https://maker.example.test/?redirect_uri=https%3A%2F%2Fchat.example.test%2Fback", "https://chat.example.test/back")]
    [InlineData("https://maker.example.test/?redirect_uri=", null)]
    [InlineData("https://maker.example.test/", null)]
    [InlineData("nonsense", null)]
    [InlineData(null, null)]
    public void It_says_where_it_comes_back_to(string? asked, string? expected) => SignInAddress.RedirectUri(asked).ShouldBe(expected);

    [Theory]
    [InlineData("carMake.3", "carMake", 3)]
    [InlineData("carMake.0", "carMake", 0)]
    public void A_step_has_a_name_and_a_revision(string id, string name, int revision)
    {
        StepNames.Parse(id).ShouldBe((name, revision));
        StepNames.Id(name, revision).ShouldBe(id);
    }

    [Theory]
    [InlineData("carMake")]
    [InlineData(".3")]
    [InlineData("carMake.")]
    [InlineData("carMake.-1")]
    [InlineData("carMake.x")]
    public void What_is_no_step_is_none(string id) => StepNames.Parse(id).ShouldBeNull();
}
