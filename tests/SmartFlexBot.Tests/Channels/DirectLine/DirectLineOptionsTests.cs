using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using SmartFlexBot.Channels.DirectLine;

namespace SmartFlexBot.Tests.Channels.DirectLine;

public sealed class DirectLineOptionsTests
{
    public static TheoryData<string, string?, string> Mistakes => new()
    {
        { "Secret", null, "DirectLine:Secret is not set" },
        { "Secret", "", "DirectLine:Secret is not set" },
        { "Secret", "short", "DirectLine:Secret is shorter than 32" },
        { "Secret", new string('a', 40), "DirectLine:Secret repeats" },
        { "Secret", "12341234123412341234123412341234", "DirectLine:Secret repeats" },
        { "Secret", DirectLineOptions.DevelopmentSecret, "DirectLine:Secret is the default" },
        { "Secret2", "short", "DirectLine:Secret2 is shorter" },
        { "Secret2", DirectLineOptions.DevelopmentSecret, "DirectLine:Secret2 is the default" },
        { "Secret2", DirectLineHost.Secret, "DirectLine:Secret2 is the same" },
        { "SigningKey", "short", "DirectLine:SigningKey is shorter" },
        { "TokenLifetime", "00:00:10", "DirectLine:TokenLifetime" },
        { "MaximumTokenAge", "00:05:00", "DirectLine:MaximumTokenAge" },
        { "MaximumActivityCharacters", "12", "DirectLine:MaximumActivityCharacters" },
        { "BotId", " ", "DirectLine:BotId" },
        { "TrustedOrigins:0", "*", "DirectLine:TrustedOrigins holds '*'" },
        { "TrustedOrigins:0", "https://a.example/", "DirectLine:TrustedOrigins" },
        { "TrustedOrigins:0", "a.example", "DirectLine:TrustedOrigins" },
        { "TrustedOrigins:0", "ftp://a.example", "DirectLine:TrustedOrigins" },
        { "TrustedOrigins:0", "https://user@a.example", "DirectLine:TrustedOrigins" },
        { "TrustedOrigins:0", "https://user:word@a.example", "DirectLine:TrustedOrigins" },
        { "TrustedOrigins:0", "https://@a.example", "DirectLine:TrustedOrigins" },
        { "TrustedOrigins:0", "https://A.example", "DirectLine:TrustedOrigins" },
        { "TrustedOrigins:0", "https://a.example?b", "DirectLine:TrustedOrigins" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_wrong_setting_stops_the_start_with_a_sentence_that_names_it(string setting, string? value, string sentence)
    {
        var failure = await Should.ThrowAsync<OptionsValidationException>(
            () => DirectLineHost.StartAsync(new Dictionary<string, string?> { [$"DirectLine:{setting}"] = value }));
        failure.Message.ShouldContain(sentence);
        failure.Message.ShouldNotContain("0123456789-abcdef", Case.Sensitive, "a message must not hold the secret");
    }

    [Theory]
    [InlineData("Development", null, DirectLineOptions.DevelopmentSecret)]
    [InlineData("Development", DirectLineHost.Secret, DirectLineHost.Secret)]
    [InlineData("Staging", null, null)]
    public void Development_alone_has_a_default_secret(string environment, string? configured, string? expected)
    {
        var validator = new DirectLineOptionsValidator(new HostingEnvironment { EnvironmentName = environment });
        var options = new DirectLineOptions { Secret = configured };

        validator.PostConfigure(null, options);

        options.Secret.ShouldBe(expected);
        validator.Validate(null, options).Succeeded.ShouldBe(expected is not null);
    }
}
