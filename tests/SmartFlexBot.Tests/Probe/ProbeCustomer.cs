using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.DirectLine;

namespace SmartFlexBot.Tests.Probe;

/// <summary>Somebody who talks to the probe bot over one channel and one connection.</summary>
internal abstract class ProbeCustomer(HttpClient client) : IDisposable
{
    public abstract ConversationKey Conversation { get; }

    protected HttpClient Client => client;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Returns when the message is accepted.</summary>
    /// <param name="number">The same for the same message.</param>
    /// <returns>How it was acknowledged.</returns>
    public abstract Task<string> SayAsync(int number, string text);

    public void Dispose() => client.Dispose();

    public static async Task<ProbeCustomer> ComeAsync(ProbeServer server, string channel, string name) => channel switch
    {
        "directline" => await DirectLineCustomer.StartAsync(server.Connect()),
        "expectReplies" => new MessagesCustomer(server.Connect(), name, "expectReplies"),
        _ => new MessagesCustomer(server.Connect(), name, null),
    };

    private sealed class MessagesCustomer(HttpClient client, string name, string? deliveryMode) : ProbeCustomer(client)
    {
        public override ConversationKey Conversation => new("test", name);

        public override async Task<string> SayAsync(int number, string text)
        {
            using var response = await ProbeServer.PostAsync(Client, ProbeServer.Message(name, $"{name}-{number}", text, deliveryMode));
            response.StatusCode.ShouldBe(deliveryMode is null ? HttpStatusCode.Accepted : HttpStatusCode.OK);
            return await response.Content.ReadAsStringAsync(Token);
        }
    }

    private sealed class DirectLineCustomer(HttpClient client, string conversationId) : ProbeCustomer(client)
    {
        public override ConversationKey Conversation => DirectLineChannel.Key(conversationId);

        public static async Task<DirectLineCustomer> StartAsync(HttpClient client)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", DirectLineOptions.DevelopmentSecret);
            using var response = await client.PostAsJsonAsync("/v3/directline/conversations", new JsonObject { ["locale"] = "en" }, Token);
            response.StatusCode.ShouldBe(HttpStatusCode.Created);
            var started = (await response.Content.ReadFromJsonAsync<JsonObject>(Token))!;
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", started["token"]!.GetValue<string>());
            return new(client, started["conversationId"]!.GetValue<string>());
        }

        public override async Task<string> SayAsync(int number, string text)
        {
            using var response = await Client.PostAsJsonAsync($"/v3/directline/conversations/{conversationId}/activities", new JsonObject
            {
                ["type"] = "message",
                ["text"] = text,
                ["locale"] = "en",
                ["channelData"] = new JsonObject { ["clientActivityID"] = $"said-{number}" },
            }, Token);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            return await response.Content.ReadAsStringAsync(Token);
        }
    }
}
