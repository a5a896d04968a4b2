using System.Net;
using System.Net.Http.Json;

namespace SmartFlexBot.Tests.KrakenSimulator;

/// <summary>The control routes change what everybody sees: other sites' pages must not call them through a visitor's browser.</summary>
public sealed class ControlAccessTests
{
    private const string PublicUrl = "https://demo.example.com";

    [Theory]
    [InlineData("localhost:3980", null, null)]
    [InlineData("127.0.0.1:3980", null, null)]
    [InlineData("[::1]:3980", null, null)]
    [InlineData("192.168.1.7", null, null)]
    [InlineData("simulator:3980", null, null)]
    [InlineData("demo.example.com", null, null)]
    [InlineData("localhost:3980", "Origin", "http://localhost:3980")]
    [InlineData("localhost:3980", "Sec-Fetch-Site", "same-origin")]
    [InlineData("localhost:3980", "Sec-Fetch-Site", "none")]
    [InlineData("localhost:3980", "X-Original-Host", "127.0.0.1:8080")]
    public async Task Programs_and_our_own_page_may_steer(string host, string? header, string? value) =>
        (await SteerAsync(host, header, value)).ShouldBe(HttpStatusCode.OK);

    [Theory]
    [InlineData("evil.example", null, null)]
    [InlineData("127.0.0.1.evil.example", null, null)]
    [InlineData("demo.example.com.evil.example", null, null)]
    [InlineData("localhost:3980", "Origin", "http://evil.example")]
    [InlineData("localhost:3980", "Origin", "http://localhost:8000")]
    [InlineData("localhost:3980", "Origin", "null")]
    [InlineData("localhost:3980", "Sec-Fetch-Site", "cross-site")]
    [InlineData("localhost:3980", "Sec-Fetch-Site", "same-site")]
    [InlineData("demo.example.com", "X-Original-Host", "evil.example")]
    public async Task Other_sites_pages_may_not(string host, string? header, string? value) =>
        (await SteerAsync(host, header, value)).ShouldBe(HttpStatusCode.Forbidden);

    private static async Task<HttpStatusCode> SteerAsync(string host, string? header, string? value)
    {
        await using var simulator = await SimulatorHost.StartAsync(settings: ("PublicUrl", PublicUrl));
        using var request =
            new HttpRequestMessage(HttpMethod.Post, "/simulator/control/clock") { Content = JsonContent.Create(new { speed = 1 }) };
        request.Headers.Host = host;
        if (header is not null)
        {
            request.Headers.Add(header, value);
        }

        using var answer = await simulator.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
