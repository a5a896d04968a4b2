using System.Text;
using Microsoft.Extensions.Options;
using SmartFlexBot.Conversations.Accounts;
using SmartFlexBot.Conversations.Store;
using SmartFlexBot.Web.Privacy;

namespace SmartFlexBot.Web.Hosting;

/// <summary>
/// <c>erase --account …</c> and <c>export --account … [--output folder]</c>: what is done with one customer's data while the bot does not
/// run. Other arguments are the host's settings.
/// </summary>
internal static class AccountCommand
{
    /// <param name="said">What was done.</param>
    /// <returns>Null when the host is to be started.</returns>
    public static Func<Task>? Find(string[] args, TextWriter said)
    {
        if (Enumerable.Range(0, args.Length).FirstOrDefault(index => IsVerb(args, index), -1) is not (>= 0 and var place))
        {
            return null;
        }

        string[] settings = [.. args[..place], .. args[(place + 1)..]];
        return args[place] switch
        {
            "erase" => () => RunAsync("erase", settings, (accounts, account, _) => EraseAsync(accounts, account, said)),
            "export" => () => RunAsync("export", settings, (accounts, account, output) => ExportAsync(accounts, account, output, said)),
            var other => () => throw new InvalidDataException(
                $"There is no command '{other}'. Write erase or export, or a setting such as --Store:Path bot.db."),
        };
    }

    /// <summary>A setting is one word with "=", or a word that begins with "-" and the one after it.</summary>
    private static bool IsVerb(string[] args, int index) =>
        IsNoSetting(args[index]) && (index == 0 || !args[index - 1].StartsWith('-') || args[index - 1].Contains('='));

    private static bool IsNoSetting(string word) => word is [not '-' and not '/', ..] && !word.Contains('=');

    private static async Task RunAsync(string verb, string[] settings, Func<AccountData, string, string, Task> run)
    {
        await using var app = SmartFlexBotHost.Build(settings);
        var account = app.Configuration["account"] is { Length: > 0 } named
            ? named
            : throw new InvalidDataException($"Whose data? Write: {verb} --account A-7E51A001");
        var path = Path.GetFullPath(app.Services.GetRequiredService<IOptions<StoreOptions>>().Value.Path);
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"There is no database {path}. Set Store:Path to the bot's.");
        }

        try
        {
            using var store = OfflineStore.Open(app.Services);
            await run(app.Services.GetRequiredService<AccountData>(), account, app.Configuration["output"] ?? ".");
        }
        catch (StoreRefusedException exception) when (exception.IsInUse)
        {
            throw new InvalidDataException(
                $"The bot is running on {path}. Ask it itself: POST /operations/accounts/{verb}, or stop it first.", exception);
        }
    }

    private static async Task EraseAsync(AccountData accounts, string account, TextWriter said)
    {
        var (rows, kept, _) = await accounts.EraseAsync(account, thorough: true);
        await said.WriteLineAsync(
            rows == 0
                ? "Nothing is kept of this account but evidence: "
                : $"{rows} rows are erased, and the file was written anew. What is kept is evidence: ");
        await said.WriteLineAsync($"{kept} records of consents and agreements, until their time is over (Retention:Consents).");
    }

    private static async Task ExportAsync(AccountData accounts, string account, string output, TextWriter said)
    {
        var export = AccountFiles.Safe(await accounts.ExportAsync(account));
        Directory.CreateDirectory(output);
        foreach (var (extension, content) in new[] { ("json", export.ToJson()), ("html", ExportPage.Of(export)) })
        {
            var file = Path.Combine(output, $"account-{FileNameOf(account)}.{extension}");
            await WriteAsync(file, content);
            await said.WriteLineAsync(file);
        }
    }

    /// <summary>For whoever asked alone, not for all who have an account on this machine.</summary>
    private static async Task WriteAsync(string file, string content)
    {
        File.Delete(file);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var writer = new StreamWriter(file, Encoding.UTF8, options);
        await writer.WriteAsync(content);
    }

    private static string FileNameOf(string account) =>
        string.Concat(account.Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '-'));
}
