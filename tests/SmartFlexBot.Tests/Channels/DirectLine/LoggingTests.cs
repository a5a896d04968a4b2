namespace SmartFlexBot.Tests.Channels.DirectLine;

public sealed class LoggingTests
{
    [Fact]
    public async Task Neither_tokens_nor_secrets_nor_what_was_said_are_in_the_logs()
    {
        await using var host = await DirectLineHost.StartAsync(
            new Dictionary<string, string?> { ["Logging:LogLevel:Microsoft.AspNetCore"] = "Information" });
        var (conversationId, token) = await host.GenerateAsync("""{"user":{"id":"ada","name":"Ada Lovelace"},"accountNumber":"A-77"}""");
        var started = await host.PostAsync("/conversations", token);
        var streamToken = started["streamUrl"].Split("&t=")[1];
        using (var stream = await StreamClient.OpenAsync(started["streamUrl"]))
        {
            await host.PostAsync(
                $"/conversations/{conversationId}/activities", token, """{"type":"message","text":"my plate is ABC 123"}""");
            await stream.TextsAsync(1);
            await stream.CloseAsync();
        }

        using var again = await StreamClient.TryOpenAsync(started["streamUrl"]);
        await host.PostAsync($"/conversations/{conversationId}/activities", token, """{"type":"message","text":{"plate":"ABC 123"}}""");
        host.Conversations.Down = true;
        await host.GetAsync($"/conversations/{conversationId}/activities", token);
        await host.PostAsync($"/conversations/{conversationId}/activities", token, """{"type":"message","text":"my plate is ABC 123"}""");
        await host.StopAsync();

        var logs = string.Join('\n', host.Logs.Lines);
        logs.ShouldContain(conversationId, customMessage: "the failed poll is logged with its id");
        foreach (var secret in new[] { token, streamToken, DirectLineHost.Secret, "ABC 123", "Lovelace", "A-77" })
        {
            logs.ShouldNotContain(secret);
        }
    }
}
