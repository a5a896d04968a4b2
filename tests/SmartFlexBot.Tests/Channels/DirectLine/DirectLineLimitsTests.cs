using Microsoft.Extensions.Hosting.Internal;
using SmartFlexBot.Channels.DirectLine;

namespace SmartFlexBot.Tests.Channels.DirectLine;

public sealed class DirectLineLimitsTests
{
    private static readonly DirectLineOptionsValidator Validator = new(new HostingEnvironment { EnvironmentName = "Production" });

    [Fact]
    public void What_is_not_set_is_as_the_README_says()
    {
        var options = new DirectLineOptions();

        (options.TokenLifetime, options.MaximumTokenAge).ShouldBe((TimeSpan.FromMinutes(30), TimeSpan.FromHours(24)));
        options.MaximumActivityCharacters.ShouldBe(262_144);
        (options.MaximumFiles, options.MaximumFileBytes, options.MaximumUploadBytes).ShouldBe((5, 4_194_304, 10_485_760));
        options.TrustedOrigins.ShouldBeEmpty();
        (options.Secret, options.Secret2, options.SigningKey).ShouldBe((null, null, null));
        (options.BotId, options.BotName).ShouldBe(("smartflexbot", "SmartFlexBot"));
        Problems(_ => { }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1023, false)]
    [InlineData(1024, true)]
    [InlineData(1_048_576, true)]
    [InlineData(1_048_577, false)]
    public void An_activity_may_be_of_1_KB_to_1_MB(int characters, bool isRight) =>
        Names("MaximumActivityCharacters", isRight, options => options.MaximumActivityCharacters = characters);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void A_message_may_have_1_to_20_files(int files, bool isRight) =>
        Names("MaximumFiles", isRight, options => options.MaximumFiles = files);

    [Theory]
    [InlineData(0, 10, false)]
    [InlineData(1, 1, true)]
    [InlineData(10, 9, false)]
    [InlineData(10, 10, true)]
    [InlineData(10, 26_214_400, true)]
    [InlineData(10, 26_214_401, false)]
    public void Files_together_are_at_least_one_and_at_most_25_MB(long file, long total, bool isRight) => Names(
        "MaximumUploadBytes", isRight, options => (options.MaximumFileBytes, options.MaximumUploadBytes) = (file, total));

    [Theory]
    [InlineData("00:00:59", "1.00:00:00", "TokenLifetime", false)]
    [InlineData("00:01:00", "1.00:00:00", "TokenLifetime", true)]
    [InlineData("00:30:00", "00:30:00", "MaximumTokenAge", true)]
    [InlineData("00:30:00", "00:29:59", "MaximumTokenAge", false)]
    public void A_token_lives_a_minute_or_more_and_no_longer_than_it_can_be_renewed(
        string life, string age, string setting, bool isRight) =>
        Names(setting, isRight, options =>
            (options.TokenLifetime, options.MaximumTokenAge) = (TimeSpan.Parse(life, null), TimeSpan.Parse(age, null)));

    [Theory]
    [InlineData("abcdefgh1234567abcdefgh1234567a", false)]
    [InlineData("abcdefgh1234567abcdefgh1234567ab", true)]
    [InlineData("abcdefgabcdefgabcdefgabcdefgabcdefg", false)]
    [InlineData("abcdefghabcdefghabcdefghabcdefgh", true)]
    public void A_secret_has_32_characters_and_8_different_ones(string secret, bool isRight)
    {
        Names("Secret ", isRight, options => options.Secret = secret);
        Names("Secret2", isRight, options => options.Secret2 = secret);
        Names("SigningKey", isRight, options => options.SigningKey = secret);
    }

    [Theory]
    [InlineData("", "Bot", false)]
    [InlineData("bot", " ", false)]
    [InlineData("bot", "Bot", true)]
    public void The_bot_has_an_id_and_a_name(string id, string name, bool isRight) =>
        Names("BotId", isRight, options => (options.BotId, options.BotName) = (id, name));

    [Fact]
    public void All_mistakes_are_told_at_once() =>
        Problems(options => (options.Secret, options.MaximumFiles, options.TrustedOrigins) = (null, 0, ["*", "x"])).Length.ShouldBe(4);

    private static void Names(string setting, bool isRight, Action<DirectLineOptions> change)
    {
        var problems = Problems(change);
        if (isRight)
        {
            problems.ShouldBeEmpty();
        }
        else
        {
            problems.ShouldHaveSingleItem().ShouldContain($"DirectLine:{setting}");
        }
    }

    private static string[] Problems(Action<DirectLineOptions> change)
    {
        var options = new DirectLineOptions { Secret = DirectLineHost.Secret };
        change(options);
        return [.. Validator.Validate(null, options).Failures ?? []];
    }
}
