namespace SmartFlexBot.Tests.Channels.DirectLine;

public sealed class TokenLifetimeTests
{
    [Fact]
    public async Task A_renewed_token_is_for_the_same_conversation_and_lives_as_long_again()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        host.Time.Advance(TimeSpan.FromMinutes(29));

        var renewed = await host.PostAsync("/tokens/refresh", token);

        renewed.Status.ShouldBe(200);
        renewed["conversationId"].ShouldBe(conversationId);
        renewed["expires_in"].ShouldBe("1800");
        host.Time.Advance(TimeSpan.FromMinutes(29));
        (await host.GetAsync($"/conversations/{conversationId}/activities", renewed["token"])).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("POST", "/tokens/refresh")]
    [InlineData("POST", "/conversations")]
    [InlineData("GET", "/conversations/ID")]
    [InlineData("GET", "/conversations/ID/activities")]
    [InlineData("POST", "/conversations/ID/activities")]
    [InlineData("GET", "/session/getsessionid")]
    public async Task An_expired_token_is_403_everywhere_and_says_so(string method, string path)
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();
        host.Time.Advance(TimeSpan.FromMinutes(30));

        var answer = await host.SendAsync(new(method), path.Replace("ID", conversationId), token);

        answer.Status.ShouldBe(403);
        answer.ErrorCode.ShouldBe("TokenExpired");
    }

    [Fact]
    public async Task Renewing_ends_a_day_after_the_token_was_first_issued()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (_, token) = await host.GenerateAsync();
        for (var renewals = 0; renewals < 57; renewals++)
        {
            host.Time.Advance(TimeSpan.FromMinutes(25));
            token = (await host.PostAsync("/tokens/refresh", token))["token"];
        }

        // 23 h 45 min have gone: what is left is a quarter of an hour.
        (await host.PostAsync("/tokens/refresh", token))["expires_in"].ShouldBe("900");
        host.Time.Advance(TimeSpan.FromMinutes(15));
        (await host.PostAsync("/tokens/refresh", token)).ErrorCode.ShouldBe("TokenExpired");
    }

    [Fact]
    public async Task Tokens_survive_a_restart_and_the_rotation_of_secrets_until_the_old_one_is_removed()
    {
        string conversationId, token;
        await using (var before = await DirectLineHost.StartAsync(Secrets("the-first-secret-0123456789-abcdefgh", null)))
        {
            (conversationId, token) = await GenerateAsync(before, "the-first-secret-0123456789-abcdefgh");
        }

        await using var rotated = await DirectLineHost.StartAsync(
            Secrets("the-second-secret-0123456789-abcdefg", "the-first-secret-0123456789-abcdefgh"));
        await using var removed = await DirectLineHost.StartAsync(Secrets("the-second-secret-0123456789-abcdefg", null));

        // The other host's store does not know the conversation: 404 means that the token was good.
        (await rotated.GetAsync($"/conversations/{conversationId}", token)).Status.ShouldBe(404);
        (await removed.GetAsync($"/conversations/{conversationId}", token)).Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_signing_key_of_its_own_keeps_tokens_good_whatever_becomes_of_the_secrets()
    {
        const string key = "a-signing-key-0123456789-abcdefghijk";
        await using var one = await DirectLineHost.StartAsync(
            new Dictionary<string, string?>(Secrets("the-first-secret-0123456789-abcdefgh", null)) { ["DirectLine:SigningKey"] = key });
        await using var two = await DirectLineHost.StartAsync(
            new Dictionary<string, string?>(Secrets("the-second-secret-0123456789-abcdefg", null)) { ["DirectLine:SigningKey"] = key });
        await using var three = await DirectLineHost.StartAsync(Secrets("the-first-secret-0123456789-abcdefgh", null));
        var (conversationId, token) = await GenerateAsync(one, "the-first-secret-0123456789-abcdefgh");

        (await two.GetAsync($"/conversations/{conversationId}", token)).Status.ShouldBe(404);
        (await three.GetAsync($"/conversations/{conversationId}", token)).Status.ShouldBe(403);
    }

    private static Dictionary<string, string?> Secrets(string secret, string? secret2) =>
        new() { ["DirectLine:Secret"] = secret, ["DirectLine:Secret2"] = secret2 };

    private static async Task<(string ConversationId, string Token)> GenerateAsync(DirectLineHost host, string secret)
    {
        var answer = await host.PostAsync("/tokens/generate", secret);
        return (answer["conversationId"], answer["token"]);
    }
}
