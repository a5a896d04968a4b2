using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Benchmarks.Turns;

/// <summary>Fills a database: one conversation is really held, the others are stored with its words, each sealed for itself.</summary>
internal static class StoredConversations
{
    private const string Seed = "seed";
    private const string Channel = "test";
    private const int AtOnce = 512;

    public static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"stored-{number}");

    public static async Task WriteOneAsync(string database)
    {
        await using var bot = await BotProcess.StartOursAsync(database);
        using var load = new TurnLoad(bot, _ => Seed);
        await load.HoldAsync(Seed, []);
    }

    public static async Task MultiplyAsync(string database, int count)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Store:Path", database)]);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStore();
        using var host = builder.Build();
        await host.StartAsync();
        var turns = host.Services.GetRequiredService<ITurnStore>();
        var seed = new ConversationKey(Channel, Seed);
        var said = await host.Services.GetRequiredService<ILogStore>().ReadAsync(seed, 0, new(1_000, int.MaxValue));
        var stored = (await turns.LoadAsync(seed))!;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, _) => await HoldAsync(turns, new(Channel, Id(number)), said, stored));
        await host.StopAsync();
    }

    private static async Task HoldAsync(
        ITurnStore turns, ConversationKey conversation, IReadOnlyList<StoredEntry> said, StoredConversation stored)
    {
        for (var turn = 0; turn < said.Count / 2; turn++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{conversation.ConversationId}-{turn}");
            var arrival = new Arrival(id, id, said[2 * turn].Json, null, Logged: true, null, CustomerIsBack: false, new());
            var opening = turn == 0 ? new Opening(stored.Origin, conversation.ToString()) : null;
            await turns.CommitAsync(new TurnCommit(conversation, new TurnSubject.AtOnce(arrival, opening))
            {
                State = stored.State,
                ExpectedVersion = turn,
                Outgoing = new([said[(2 * turn) + 1].Json], OutgoingWay.Request),
                Records = [],
                Commands = [],
                Watches = [],
                Reminders = [],
                Events = [],
                Posts = [],
            });
        }
    }
}
