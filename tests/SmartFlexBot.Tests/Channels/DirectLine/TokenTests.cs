using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.DirectLine;

namespace SmartFlexBot.Tests.Channels.DirectLine;

public sealed class TokenTests
{
    [Theory]
    [InlineData(DirectLineHost.Secret)]
    [InlineData(DirectLineHost.Secret2)]
    public async Task Either_secret_opens_a_conversation_for_the_user_and_account_it_vouches_for(string secret)
    {
        await using var host = await DirectLineHost.StartAsync();

        var answer = await host.PostAsync(
            "/tokens/generate", secret, """{"User":{"Id":"ada","name":"Ada"},"accountNumber":"A-1","locale":"de-DE"}""");

        answer.Status.ShouldBe(200);
        answer["expires_in"].ShouldBe("1800");
        host.Conversations.OriginOf(answer["conversationId"]).ShouldBe(new ConversationOrigin("dl_ada", "Ada", "A-1", "de-DE"));
        host.Conversations.InboxOf(answer["conversationId"]).ShouldBeEmpty("generating does not start the conversation");
    }

    [Fact]
    public async Task A_token_names_its_conversation_and_user_and_never_the_account()
    {
        await using var host = await DirectLineHost.StartAsync();

        var (conversationId, token) = await host.GenerateAsync("""{"user":{"id":"ada"},"accountNumber":"A-TOP-SECRET"}""");

        var jwt = new JsonWebToken(token);
        jwt.Alg.ShouldBe("HS256");
        jwt.GetPayloadValue<string>("user").ShouldBe("dl_ada");
        jwt.GetPayloadValue<string>("conv").ShouldBe(conversationId);
        jwt.ValidTo.ShouldBe(host.Time.GetUtcNow().AddMinutes(30).UtcDateTime);
        jwt.Id.ShouldNotBeNullOrEmpty();
        jwt.Claims.ShouldNotContain(claim => claim.Value.Contains("TOP-SECRET"));
    }

    [Theory]
    [InlineData("""{"user":{"id":"ada"}}""", "dl_ada")]
    [InlineData("""{"user":{"id":"dl_ada"}}""", "dl_ada")]
    public async Task User_ids_get_the_prefix_that_web_chat_takes_from_tokens_alone_once(string body, string expected)
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, _) = await host.GenerateAsync(body);
        host.Conversations.OriginOf(conversationId).UserId.ShouldBe(expected);
    }

    [Fact]
    public async Task Without_a_user_each_token_is_for_a_new_one()
    {
        await using var host = await DirectLineHost.StartAsync();
        var first = await host.PostAsync("/tokens/generate", DirectLineHost.Secret);
        var second = await host.PostAsync("/tokens/generate", DirectLineHost.Secret);
        var users = new[] { first, second }.Select(answer => host.Conversations.OriginOf(answer["conversationId"]).UserId).ToArray();
        users.ShouldAllBe(user => user.StartsWith("dl_") && user.Length > 20);
        users[0].ShouldNotBe(users[1]);
    }

    [Fact]
    public async Task The_same_user_and_account_come_back_to_their_conversation()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, _) = await host.GenerateAsync();

        var answer = await host.PostAsync("/tokens/generate", DirectLineHost.Secret,
            $$"""{"user":{"id":"ada"},"accountNumber":"A-1","conversationId":"{{conversationId}}"}""");

        answer.Status.ShouldBe(200);
        answer["conversationId"].ShouldBe(conversationId);
    }

    [Theory]
    [InlineData("""{"user":{"id":"eve"},"accountNumber":"A-1","conversationId":"ID"}""")]
    [InlineData("""{"user":{"id":"ada"},"accountNumber":"A-2","conversationId":"ID"}""")]
    [InlineData("""{"user":{"id":"ada"},"conversationId":"ID"}""")]
    [InlineData("""{"accountNumber":"A-1","conversationId":"ID"}""")]
    public async Task Another_user_or_account_is_refused_a_conversation(string body)
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, _) = await host.GenerateAsync();
        var answer = await host.PostAsync("/tokens/generate", DirectLineHost.Secret, body.Replace("ID", conversationId));
        answer.Status.ShouldBe(403);
        answer.Body?["token"].ShouldBeNull();
    }

    [Fact]
    public async Task A_conversation_that_never_was_is_not_found()
    {
        await using var host = await DirectLineHost.StartAsync();
        var answer = await host.PostAsync("/tokens/generate", DirectLineHost.Secret, """{"user":{"id":"ada"},"conversationId":"nope"}""");
        answer.Status.ShouldBe(404);
        answer.ErrorCode.ShouldBe("NotFound");
    }

    [Fact]
    public async Task The_pages_own_backend_gets_the_same_tokens_in_process()
    {
        await using var host = await DirectLineHost.StartAsync();
        var sessions = host.Services.GetRequiredService<IDirectLineSessions>();

        var session = await sessions.IssueAsync(new("page-7", "Ada"), "A-1", null, "fr", TestContext.Current.CancellationToken);

        session.UserId.ShouldBe("dl_page-7");
        (await host.PostAsync("/conversations", session.Token)).Status.ShouldBe(201);
        await Should.ThrowAsync<ConversationOwnedByAnotherException>(() =>
            sessions.IssueAsync(new("page-7", "Ada"), "A-2", session.ConversationId, "fr", TestContext.Current.CancellationToken));
        await Should.ThrowAsync<ConversationNotFoundException>(() =>
            sessions.IssueAsync(new("page-7", "Ada"), "A-1", "nope", "fr", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Only_a_missing_header_is_401_and_any_wrong_secret_403()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (_, token) = await host.GenerateAsync();

        (await host.PostAsync("/tokens/generate", null)).Status.ShouldBe(401);
        foreach (var wrong in new[] { "", "wrong", DirectLineHost.Secret + "x", DirectLineHost.Secret[..^1], "two words", token })
        {
            (await host.PostAsync("/tokens/generate", wrong)).Status.ShouldBe(403, wrong);
        }
    }
}
