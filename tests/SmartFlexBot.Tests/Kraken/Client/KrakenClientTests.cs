using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Tests.Kraken.Client;

public sealed partial class KrakenClientTests
{
    private const string Devices = """{"data":{"devices":[]}}""";
    private static readonly WizardScope Scope = new("A-1", 7);

    private readonly ScriptedKraken _kraken = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_names_its_operation_and_carries_the_bare_token()
    {
        _kraken.On("ReadDevices", Devices);

        await Directory().ReadDevicesAsync("A-1", Stop);

        var request = _kraken.Asked("ReadDevices").ShouldHaveSingleItem();
        request.Authorization.ShouldBe("token-1");
        request.Variables["accountNumber"]!.GetValue<string>().ShouldBe("A-1");
        request.Query.ShouldContain("query ReadDevices(");
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("500")]
    public async Task A_mutation_is_never_repeated(string silence)
    {
        _kraken.On("StartSmartFlexOnboarding", Silence(silence));

        await Should.ThrowAsync<KrakenOutcomeUnknownException>(() => Wizard().StartAsync(Scope, Stop));

        _kraken.Asked("StartSmartFlexOnboarding").Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_mutation_that_met_nobody_may_be_tried_later()
    {
        _kraken.On("StartSmartFlexOnboarding", Silence("refused connection"));

        (await Wizard().StartAsync(Scope, Stop)).ShouldBeOfType<WizardResult.Refused>().Problem.Kind.ShouldBe(WizardProblemKind.TryLater);
        _kraken.Asked("StartSmartFlexOnboarding").Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("503")]
    [InlineData("500")]
    [InlineData("reset")]
    [InlineData("refused connection")]
    public async Task A_read_is_tried_again(string silence)
    {
        _kraken.On("ReadDevices", Silence(silence)).On("ReadDevices", Silence(silence)).On("ReadDevices", Devices);

        (await Directory().ReadDevicesAsync("A-1", Stop)).ShouldBeEmpty();
        _kraken.Asked("ReadDevices").Count().ShouldBe(3);
    }

    [Theory]
    [InlineData("503")]
    [InlineData("html")]
    [InlineData("half")]
    [InlineData("wrong shape")]
    [InlineData("redirect")]
    [InlineData("refused connection")]
    public async Task A_read_without_a_usable_answer_says_that_the_tenant_is_unavailable(string silence)
    {
        _kraken.On("ReadDevices", Silence(silence));

        await Should.ThrowAsync<TenantUnavailableException>(() => Directory().ReadDevicesAsync("A-1", Stop));
    }

    [Fact]
    public async Task A_read_ends_after_its_time_even_when_the_body_never_does()
    {
        _kraken.On("ReadDevices", () => new(HttpStatusCode.OK) { Content = new StreamContent(new EndlessStream()) });
        var reading = Directory().ReadDevicesAsync("A-1", Stop);
        reading.IsCompleted.ShouldBeFalse();

        _kraken.Time.Advance(TimeSpan.FromSeconds(5));

        await Should.ThrowAsync<TenantUnavailableException>(() => reading);
    }

    [Fact]
    public async Task Logs_hold_operations_and_codes_and_no_secret()
    {
        _kraken.On("StartSmartFlexOnboarding", ScriptedKraken.Error("KT-CT-4321", "result"));

        await Wizard().StartAsync(Scope, Stop);

        _kraken.Logs.Text.ShouldContain("StartSmartFlexOnboarding answered with KT-CT-4321");
        _kraken.Logs.Text.ShouldNotContain("token-1");
        _kraken.Logs.Text.ShouldNotContain("refresh-1");
        _kraken.Logs.Text.ShouldNotContain("organisation-secret");
    }

    private IAccountDirectory Directory(params (string, string?)[] settings) =>
        _kraken.Start(settings).GetRequiredService<IAccountDirectory>();

    private IOnboardingWizard Wizard() => _kraken.Start().GetRequiredService<IOnboardingWizard>();

    private static Func<HttpResponseMessage> Silence(string kind) => kind switch
    {
        "503" => () => new(HttpStatusCode.ServiceUnavailable),
        "500" => () => new(HttpStatusCode.InternalServerError) { Content = new StringContent("""{"errors":[{"message":"m"}]}""") },
        "redirect" => () => new(HttpStatusCode.Redirect) { Headers = { Location = new("https://elsewhere.example.test/") } },
        "html" => () => new(HttpStatusCode.OK) { Content = new StringContent("<html>Maintenance</html>", Encoding.UTF8, "text/html") },
        "half" => () => ScriptedKraken.Json("""{"data":{"result":{"wizard":{"id":"W"""),
        "wrong shape" => () => ScriptedKraken.Json("""{"data":{"result":[1],"devices":7}}"""),
        "reset" => () => throw new HttpRequestException(HttpRequestError.ResponseEnded),
        "refused connection" => () => throw new HttpRequestException(HttpRequestError.ConnectionError),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private sealed class EndlessStream : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => 0; set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var never = new TaskCompletionSource<int>();
            await using var cancelled = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
            return await never.Task;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
