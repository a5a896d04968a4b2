using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using SmartFlexBot.Conversations.Store.Keys;
using SmartFlexBot.Conversations.Store.Sealing;

namespace SmartFlexBot.Benchmarks.Turns;

/// <summary>
/// What sealing and opening a turn's rows costs of the turn's processor time: the probe bot's turns are measured, then as many values of
/// the lengths that it left in its database are sealed, opened and hashed here.
/// </summary>
internal static class SealingBenchmark
{
    private const int Rounds = 5;
    private const int TurnsARound = 50_000;

    /// <summary>To look for an earlier answer, and to keep the item.</summary>
    private const int HashesATurn = 2;

    private const int Envelope = 31;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(10);

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("smartflexbot-benchmark-");
        try
        {
            var database = Path.Combine(folder.FullName, "probe.db");
            var turns = new List<TurnFigures>();
            await using (var bot = await BotProcess.StartOursAsync(database))
            {
                using var load = new TurnLoad(bot, customer => $"{customer}-{Guid.NewGuid():N}");
                await load.RunAsync(WarmUp);
                for (var round = 0; round < Rounds; round++)
                {
                    turns.Add(await load.RunAsync(Round));
                }
            }

            var texts = TextsOf(database);
            var sealing = Enumerable.Range(0, Rounds + 1).Select(_ => Measure(texts)).Skip(1).ToList();
            var (turn, seal) = (TurnFigures.MedianOf(turns).Processor, Figures.Median(sealing));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"a turn   {turn:0.000} ms CPU; its {texts.Count} values "
                + $"({string.Join(", ", texts.Select(text => text.Length))} characters) sealed, opened, "
                + $"and {HashesATurn} keys hashed: {seal:0.0000} ms CPU"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio    {seal / turn:0.000} of the turn's CPU"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <returns>Texts as long as what a turn writes on average: what came in, what was said, the state.</returns>
    private static List<string> TextsOf(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT avg(length(activity)) FROM log WHERE seq % 2 = 1
            UNION ALL SELECT avg(length(activity)) FROM log WHERE seq % 2 = 0
            UNION ALL SELECT avg(length(state)) FROM conversations
            """;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(new string('x', ((int)reader.GetDouble(0) * 3 / 4) - Envelope));
        }

        return texts;
    }

    /// <returns>Milliseconds of processor time a turn.</returns>
    private static double Measure(IReadOnlyList<string> texts)
    {
        using var process = Process.GetCurrentProcess();
        var key = new DataKey(new NoKeys(), new EphemeralDataProtectionProvider());
        key.MakeReady();
        using var cipher = new RowCipher(key, TimeProvider.System);
        var names = new RowNames(key);
        process.Refresh();
        var before = process.TotalProcessorTime;
        for (var turn = 0; turn < TurnsARound; turn++)
        {
            foreach (var text in texts)
            {
                if (cipher.Open(cipher.Seal(text, "log.activity\n1\ntest|c1"), "log.activity\n1\ntest|c1")!.Length != text.Length)
                {
                    throw new InvalidOperationException("What was sealed does not open.");
                }
            }

            for (var hash = 0; hash < HashesATurn; hash++)
            {
                names.Of("inbox.dedupe_key", "client/dl_4711/0123456789abcdef");
            }
        }

        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds / TurnsARound;
    }

    private sealed class NoKeys : IKeyStore
    {
        public bool HasConversations() => false;

        public IReadOnlyList<StoredKey> ReadRing() => [];

        public void AddToRing(string name, string text)
        {
        }

        public void ReplaceInRing(long id, string text)
        {
        }

        public string? FindDataKey() => null;

        public void KeepDataKey(string wrapped)
        {
        }
    }
}
