using System.Security.Cryptography;
using System.Text;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Web.Desk.SignIn;

/// <summary>
/// Two people for trying the desk out, in Development alone and only without a provider. Their password is made at each start and is in
/// the log of the start, nowhere else.
/// </summary>
internal sealed partial class DemoAgents(ILogger<DemoAgents> logger) : IHostedService
{
    private readonly string _password = RandomNumberGenerator.GetHexString(12, lowercase: true);

    public static IReadOnlyList<DeskAgent> All { get; } =
        [new("alex", "Alex", ["en", "de"], IsSupervisor: false), new("sam", "Sam", [], IsSupervisor: true)];

    public DeskAgent? Find(string? id, string? password) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(password?.Trim() ?? ""), Encoding.UTF8.GetBytes(_password))
            ? All.FirstOrDefault(agent => agent.Id == id)
            : null;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        LogPassword(logger, _password);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1, LogLevel.Information, "The desk for agents is at /desk. Sign in as Alex (agent) or Sam (supervisor): {Password}")]
    private static partial void LogPassword(ILogger logger, string password);
}
