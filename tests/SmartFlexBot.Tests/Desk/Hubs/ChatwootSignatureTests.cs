using System.Text;
using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.Desk.Hubs.Chatwoot;
using SmartFlexBot.Tests.Onboarding.Journeys;

namespace SmartFlexBot.Tests.Desk.Hubs;

public sealed class ChatwootSignatureTests : IDisposable
{
    private const string Body = """{"event":"message_created","content":"ü"}""";

    private readonly FakeChatwoot _hub = new(new FakeTimeProvider(Facts.Noon));

    public void Dispose() => _hub.Dispose();

    [Fact]
    public void What_Chatwoot_has_signed_is_its_own()
    {
        var sent = _hub.Sign(Body);

        IsValid(sent).ShouldBeTrue();
        IsValid(sent with { Signature = $"sha256={sent.Signature["sha256=".Length..].ToUpperInvariant()}" }).ShouldBeTrue();
    }

    [Theory]
    [InlineData("another body", Body + " ", null, null)]
    [InlineData("no signature", Body, "", null)]
    [InlineData("no prefix", Body, "00", null)]
    [InlineData("cut short", Body, "sha256=00", null)]
    [InlineData("another time", Body, null, "1")]
    [InlineData("no time", Body, null, "")]
    [InlineData("no number", Body, null, "-5")]
    [InlineData("a number without end", Body, null, "9223372036854775807")]
    public void Anything_else_is_not(string what, string body, string? signature, string? timestamp)
    {
        var sent = _hub.Sign(Body);

        IsValid(sent with { Body = body, Signature = signature ?? sent.Signature, Timestamp = timestamp ?? sent.Timestamp })
            .ShouldBeFalse(what);
    }

    [Theory]
    [InlineData(-299, true)]
    [InlineData(-301, false)]
    [InlineData(299, true)]
    [InlineData(301, false)]
    public void A_recording_is_refused_after_five_minutes(int seconds, bool isValid) =>
        IsValid(_hub.Sign(Body, Facts.Noon.AddSeconds(seconds))).ShouldBe(isValid);

    [Fact]
    public void Another_secret_is_refused() =>
        IsValid(_hub.Sign(Body, secret: "another-secret-of-the-inbox")).ShouldBeFalse();

    private static bool IsValid(FakeChatwoot.Delivery sent) => ChatwootSignature.IsValid(
        FakeChatwoot.Secret, sent.Signature, sent.Timestamp, Encoding.UTF8.GetBytes(sent.Body), Facts.Noon);
}
