using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Tests.Conversations;

/// <summary>Looks at a database from outside, as somebody with the file could.</summary>
internal static class StoreFiles
{
    public static bool Contain(string path, string text) => new[] { path, path + "-wal" }.Where(File.Exists).Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    });

    public static long Scalar(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    public static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Holds the file's write lock until disposed, as a backup tool may.</summary>
    public static IDisposable Lock(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>What a power cut would leave: the file and its write-ahead log as they are now.</summary>
    public static string Snapshot(string path)
    {
        var copy = System.IO.Path.Combine(Directory.CreateTempSubdirectory("conversations").FullName, "bot.db");
        File.Copy(path, copy);
        File.Copy(path + "-wal", copy + "-wal");
        return copy;
    }

    public static void AddSingletonRedaction(this IServiceCollection services) =>
        services.AddSingleton<IInboundRedaction, SecretRedaction>();

    private sealed class SecretRedaction : IInboundRedaction
    {
        public (Activity Activity, string? ProtectedValue) Redact(Activity activity)
        {
            if (activity.Text?.Contains("SECRET", StringComparison.Ordinal) != true)
            {
                return (activity, null);
            }

            var redacted = ActivityJson.Copy(activity);
            redacted.Text = "[secret]";
            return (redacted, activity.Text);
        }
    }
}
