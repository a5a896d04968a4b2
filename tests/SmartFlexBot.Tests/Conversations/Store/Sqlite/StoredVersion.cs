using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Tests.Conversations.Store.Sqlite;

/// <summary>
/// A database as a version of this program left it: a conversation with a message that waits for its answer, an encrypted record, a
/// reminder, and a command that was begun and has no outcome. Kept in Fixtures/, named after that version's newest migration.
/// </summary>
internal static class StoredVersion
{
    private const string Prefix = "store-";
    private const string Suffix = ".db.gz";

    public static readonly DateTimeOffset WrittenAt = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests/SmartFlexBot.Tests/Fixtures");

    public static IEnumerable<string> All =>
        Directory.EnumerateFiles(Folder, $"{Prefix}*{Suffix}")
            .Select(file => Path.GetFileName(file)[Prefix.Length..^Suffix.Length])
            .Order();

    /// <returns>The path of a copy that a test may change.</returns>
    public static string Unpack(string migration)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("conversations").FullName, "bot.db");
        using var packed = new GZipStream(File.OpenRead(FileOf(migration)), CompressionMode.Decompress);
        using var unpacked = File.Create(path);
        packed.CopyTo(unpacked);
        return path;
    }

    /// <summary>Makes this version's file. Run once for each migration, by the test that misses it.</summary>
    public static async Task<string> MakeAsync(string migration)
    {
        var register = new RegisterHandler { NeverAnswers = true };
        var host = await ConversationsHost.StartAsync(
            Bot(answersLater: false), services => services.AddSingleton<ICommandHandler>(register));
        var conversation = await host.OpenAsync();
        await host.SayAsync(conversation, "hello", "id-hello");
        await host.ReadAsync(conversation, atLeast: 2);
        await host.SayAsync(conversation, "later", "id-later");
        await register.Begun.Task;
        await host.DisposeAsync();

        await using var packed = new GZipStream(File.Create(FileOf(migration)), CompressionLevel.SmallestSize);
        await using var file = File.OpenRead(host.Path);
        await file.CopyToAsync(packed);
        return FileOf(migration);
    }

    /// <param name="answersLater">False: the message "later" is still being answered when the process ends.</param>
    public static IBot Bot(bool answersLater = true) => new FunctionBot(async (turn, cancellationToken) =>
    {
        var count = (turn.State.Values["count"]?.GetValue<int>() ?? 0) + 1;
        turn.State.Values["count"] = count;
        var record = await turn.Effects.FindRecordAsync("journey", "j-1", cancellationToken);
        switch (turn.Activity)
        {
            case { Text: "hello" }:
                turn.Effects.SaveRecord(new("journey", "j-1", """{"car":"Renault Zoe"}""", ExpectedVersion: 0));
                turn.Effects.Remind(new("nudge", WrittenAt.AddDays(1), new() { Type = ActivityTypes.Event, Name = "reminder" }));
                turn.Effects.Command(new(RegisterHandler.CommandKind, "register-1", "{}"));
                break;
            case { Text: "later" } when !answersLater:
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
        }

        var words = $"{count}: {turn.Activity.Text ?? turn.Activity.Name} {record?.Json}".TrimEnd();
        await turn.SendActivityAsync(words, cancellationToken: cancellationToken);
    });

    private static string FileOf(string migration) => Path.Combine(Folder, $"{Prefix}{migration}{Suffix}");
}

/// <summary>The outside world of these databases: the first process was cut off before anything had happened there.</summary>
internal sealed class RegisterHandler : ICommandHandler
{
    public const string CommandKind = "register";

    public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool NeverAnswers { get; init; }

    public string Kind => CommandKind;

    public List<string> Carried { get; } = [];

    public async Task<CommandOutcome> ExecuteAsync(Command command, CancellationToken cancellationToken)
    {
        Begun.TrySetResult();
        if (NeverAnswers)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        Carried.Add(command.Key);
        return new CommandOutcome.Completed("7");
    }

    public Task<Reconciliation> ReconcileAsync(Command command, CancellationToken cancellationToken) =>
        Task.FromResult<Reconciliation>(new Reconciliation.NotDone());
}
