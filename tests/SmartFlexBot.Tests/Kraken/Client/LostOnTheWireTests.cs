using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Kraken;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Tests.Kraken.Tariffs;

namespace SmartFlexBot.Tests.Kraken.Client;

/// <summary>
/// The same over a real socket: what the platform's HTTP client makes of a connection that breaks, and what it repeats by itself.
/// </summary>
public sealed class LostOnTheWireTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_listens_so_it_surely_was_not_taken()
    {
        await using var tenant = new Wire(Wire.Token);
        await tenant.StartAsync();
        await using var services = Services(tenant);
        await services.GetRequiredService<KrakenTokens>().GetAsync(Stop);
        tenant.StopListening();

        (await StartAsync(services)).ShouldBeOfType<WizardResult.Refused>().Problem.Kind.ShouldBe(WizardProblemKind.TryLater);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"data\":")]
    [InlineData("no HTTP at all\r\n\r\n")]
    public async Task It_was_sent_and_the_answer_breaks_off_so_nobody_knows_and_it_is_sent_once(string answer)
    {
        await using var tenant = new Wire(Wire.Token, answer);
        await tenant.StartAsync();
        await using var services = Services(tenant);

        await Should.ThrowAsync<KrakenOutcomeUnknownException>(() => StartAsync(services));

        tenant.Requests.Count(request => request.Contains("\"StartSmartFlexOnboarding\"")).ShouldBe(1);
    }

    private static Task<WizardResult> StartAsync(ServiceProvider services) =>
        services.GetRequiredService<IOnboardingWizard>().StartAsync(new WizardScope("A-1", 7), Stop);

    private static ServiceProvider Services(Wire tenant)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Kraken:Endpoint"] = tenant.Address,
            ["Kraken:OrganizationSecretKey"] = "organisation-secret",
            ["Kraken:OnboardingApi"] = "Wizard",
        };
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
            .AddSingleton(TariffMarkets.None)
            .AddKraken(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
    }

    /// <summary>
    /// A tenant that answers each request with given bytes, on one connection that is kept; after the last of them it hangs up.
    /// </summary>
    private sealed class Wire(params string[] answers) : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private Task _serving = Task.CompletedTask;

        public static string Token { get; } = Http(ScriptedKraken.Token("token-1", TimeProvider.System.GetUtcNow()));

        public List<string> Requests { get; } = [];

        public string Address => $"http://{_listener.LocalEndpoint}/graphql";

        public Task StartAsync()
        {
            _listener.Start();
            _serving = ServeAsync();
            return Task.CompletedTask;
        }

        public void StopListening() => _listener.Stop();

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _serving;
        }

        private async Task ServeAsync()
        {
            var left = new Queue<string>(answers);
            // Introspection is answered with a refusal, so that it is no matter of these tests.
            var refused = Http("""{"errors":[{"message":"Introspection is off."}]}""");
            try
            {
                while (true)
                {
                    using var connection = await _listener.AcceptTcpClientAsync();
                    var stream = connection.GetStream();
                    while (await ReadAsync(stream) is { } request)
                    {
                        Requests.Add(request);
                        var answer = request.Contains("\"IntrospectTenant\"") ? refused : left.Dequeue();
                        await stream.WriteAsync(Encoding.UTF8.GetBytes(answer));
                        if (left.Count == 0)
                        {
                            break;
                        }
                    }
                }
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
            {
            }
        }

        /// <returns>One request as text; null when the caller hung up.</returns>
        private static async Task<string?> ReadAsync(NetworkStream stream)
        {
            var text = new StringBuilder();
            var buffer = new byte[64 * 1024];
            while (!IsWhole(text.ToString()))
            {
                var read = await stream.ReadAsync(buffer);
                if (read == 0)
                {
                    return null;
                }

                text.Append(Encoding.UTF8.GetString(buffer, 0, read));
            }

            return text.ToString();
        }

        private static bool IsWhole(string request)
        {
            const string Length = "Content-Length: ";
            var (end, at) = (request.IndexOf("\r\n\r\n", StringComparison.Ordinal), request.IndexOf(Length, StringComparison.Ordinal));
            return end >= 0 && at >= 0
                && request.Length >= end + 4 + int.Parse(request[(at + Length.Length)..].Split('\r')[0], CultureInfo.InvariantCulture);
        }

        private static string Http(string body) =>
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";
    }
}
