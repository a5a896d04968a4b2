using SmartFlexBot.Onboarding.Accounts;

namespace SmartFlexBot.Tests.Onboarding.Accounts;

public sealed class AccountCodeTests
{
    [Theory]
    [InlineData("123456", "123456")]
    [InlineData(" 123 456. ", "123456")]
    [InlineData("123-456", "123456")]
    [InlineData("000000", "000000")]
    [InlineData("12345", null)]
    [InlineData("1234567", null)]
    [InlineData("code 123456", null)]
    [InlineData("A-123456", null)]
    [InlineData("١٢٣٤٥٦", null)]
    [InlineData("", null)]
    public void Six_digits_and_nothing_else_are_one(string text, string? code) => AccountCode.In(text).ShouldBe(code);

    [Fact]
    public void It_is_right_for_its_own_link_alone()
    {
        var hash = AccountCode.HashOf("123456", "link");

        AccountCode.IsRight("123456", hash, "link").ShouldBeTrue();
        AccountCode.IsRight("123457", hash, "link").ShouldBeFalse();
        AccountCode.IsRight("123456", hash, "another").ShouldBeFalse();
        hash.ShouldNotContain("123456");
    }

    [Fact]
    public void Each_is_another_one_of_six_digits()
    {
        var drawn = Enumerable.Range(0, 100).Select(_ => AccountCode.New()).ToList();

        drawn.ShouldAllBe(code => AccountCode.In(code) == code);
        drawn.Distinct().Count().ShouldBeGreaterThan(90);
        AccountCode.In(AccountCode.Shown(drawn[0])).ShouldBe(drawn[0]);
    }
}
