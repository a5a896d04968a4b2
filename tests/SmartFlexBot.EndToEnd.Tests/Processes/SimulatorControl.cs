using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace SmartFlexBot.EndToEnd.Tests.Processes;

/// <summary>The simulator's control routes.</summary>
internal sealed class SimulatorControl(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address };

    public Uri Address => address;

    public Task FreezeAsync() => SetClockAsync(new JsonObject { ["speed"] = 0 });

    public Task AdvanceAsync(TimeSpan by) => SetClockAsync(new JsonObject { ["advance"] = System.Xml.XmlConvert.ToString(by) });

    /// <summary>How often each mutation of an account was taken and refused, such as "deviceRegistration: 1 taken, 0 refused".</summary>
    public async Task<IReadOnlyList<string>> MutationsAsync(string account)
    {
        var answer = await _http.GetFromJsonAsync<JsonObject>("/simulator/control/mutations", TestContext.Current.CancellationToken);
        return
        [
            .. from count in answer!["counts"]!.AsArray()
               where (string?)count!["account"] == account
               orderby (string?)count["name"]
               select $"{count["name"]}: {count["count"]} taken, {count["refused"]} refused",
        ];
    }

    public void Dispose() => _http.Dispose();

    private async Task SetClockAsync(JsonObject change)
    {
        using var answer = await _http.PostAsJsonAsync("/simulator/control/clock", change, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
