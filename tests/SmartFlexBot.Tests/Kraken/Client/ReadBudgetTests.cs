using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Tests.Kraken.Client;

/// <summary>Reads end well before the turn that needs them, however many they are and whatever each of them waits for.</summary>
public sealed class ReadBudgetTests
{
    private const string Devices = """{"data":{"devices":[]}}""";
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(5);

    private readonly ScriptedKraken _kraken = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_reads_of_a_turn_share_one_time()
    {
        var services = _kraken.On("ReadDevices", Devices).Hangs("ReadAccount").Start();
        services.GetRequiredService<ReadBudget>().BeginTurn("A-1");
        var accounts = services.GetRequiredService<IAccountDirectory>();

        await accounts.ReadDevicesAsync("A-1", Stop);
        _kraken.Time.Advance(TimeSpan.FromSeconds(3));
        var second = accounts.ReadPropertiesAsync("A-1", Stop);
        _kraken.Time.Advance(TimeSpan.FromSeconds(1.9));
        second.IsCompleted.ShouldBeFalse();
        _kraken.Time.Advance(TimeSpan.FromSeconds(0.1));

        await Should.ThrowAsync<TenantUnavailableException>(() => second);
        await Should.ThrowAsync<TenantUnavailableException>(() => accounts.ReadPropertiesAsync("A-1", Stop));
    }

    [Fact]
    public async Task Outside_a_turn_each_read_has_the_whole_time()
    {
        var accounts = _kraken.On("ReadDevices", Devices).Hangs("ReadAccount").Start().GetRequiredService<IAccountDirectory>();
        await accounts.ReadDevicesAsync("A-1", Stop);
        _kraken.Time.Advance(TimeSpan.FromMinutes(1));

        var second = accounts.ReadPropertiesAsync("A-1", Stop);
        _kraken.Time.Advance(Budget - TimeSpan.FromMilliseconds(1));
        second.IsCompleted.ShouldBeFalse();
        _kraken.Time.Advance(TimeSpan.FromMilliseconds(1));

        await Should.ThrowAsync<TenantUnavailableException>(() => second);
    }

    [Fact]
    public async Task Who_comes_while_it_hangs_is_told_sooner_until_it_answers_or_half_a_minute_has_passed()
    {
        var services = _kraken.On("ReadDevices", Devices).Hangs("ReadAccount").Start();
        var (budget, accounts) = (services.GetRequiredService<ReadBudget>(), services.GetRequiredService<IAccountDirectory>());
        LeftForATurn(budget).ShouldBe(Budget, "nobody knows yet");

        await HangAsync(budget, accounts);
        LeftForATurn(budget).ShouldBe(TimeSpan.FromSeconds(2));

        await accounts.ReadDevicesAsync("A-1", Stop);
        LeftForATurn(budget).ShouldBe(Budget, "it has answered meanwhile");

        await HangAsync(budget, accounts);
        _kraken.Time.Advance(TimeSpan.FromSeconds(30) - TimeSpan.FromMilliseconds(1));
        LeftForATurn(budget).ShouldBe(TimeSpan.FromSeconds(2));
        _kraken.Time.Advance(TimeSpan.FromMilliseconds(1));
        LeftForATurn(budget).ShouldBe(Budget, "that was long ago");
    }

    [Fact]
    public async Task A_read_that_had_hardly_any_time_says_nothing_of_Kraken()
    {
        var services = _kraken.On("ReadDevices", Devices).Hangs("ReadAccount").Start();
        var (budget, accounts) = (services.GetRequiredService<ReadBudget>(), services.GetRequiredService<IAccountDirectory>());
        await accounts.ReadDevicesAsync("A-1", Stop);
        LeftForATurn(budget).ShouldBe(Budget);
        _kraken.Time.Advance(Budget - ReadBudget.WhileItHangs + TimeSpan.FromMilliseconds(1));

        await HangAsync(budget, accounts);

        LeftForATurn(budget).ShouldBe(Budget);
    }

    private static TimeSpan LeftForATurn(ReadBudget budget)
    {
        budget.BeginTurn("A-1");
        return budget.Left;
    }

    private async Task HangAsync(ReadBudget budget, IAccountDirectory accounts)
    {
        var reading = accounts.ReadPropertiesAsync("A-1", Stop);
        _kraken.Time.Advance(budget.Left);
        await Should.ThrowAsync<TenantUnavailableException>(() => reading);
    }

    [Theory]
    [InlineData("ObtainKrakenToken")]
    [InlineData("IntrospectTenant")]
    [InlineData("ReadDevices")]
    [InlineData("*")]
    public async Task Whatever_hangs_a_turn_knows_it_in_that_time(string operation)
    {
        var services = (operation == "*" ? _kraken.HangsAltogether() : _kraken.Hangs(operation).On("ReadDevices", Devices)).Start();
        services.GetRequiredService<ReadBudget>().BeginTurn("A-1");

        var reading = services.GetRequiredService<IAccountDirectory>().ReadDevicesAsync("A-1", Stop);
        reading.IsCompleted.ShouldBeFalse();
        _kraken.Time.Advance(Budget);

        await Should.ThrowAsync<TenantUnavailableException>(() => reading);
    }

    [Fact]
    public async Task Retries_are_within_the_time()
    {
        var services = _kraken.On("ReadDevices", () => throw new HttpRequestException(HttpRequestError.ConnectionError))
            .Start(("RetryDelay", "00:00:04"), ("ReadRetries", "10"));
        var reading = services.GetRequiredService<IAccountDirectory>().ReadDevicesAsync("A-1", Stop);

        _kraken.Time.Advance(Budget);

        await Should.ThrowAsync<TenantUnavailableException>(() => reading);
    }

    [Fact]
    public async Task Who_waits_for_another_waits_no_longer_than_for_Kraken()
    {
        var services = _kraken.Hangs("ReadSupportedDevices").Start();
        var catalogue = services.GetRequiredService<IDeviceCatalogue>();
        Task[] readers = [.. Enumerable.Range(0, 5).Select(_ => ReadInATurnAsync())];
        readers.ShouldAllBe(reader => !reader.IsCompleted);

        _kraken.Time.Advance(Budget);

        foreach (var reader in readers)
        {
            await Should.ThrowAsync<TenantUnavailableException>(() => reader);
        }

        async Task ReadInATurnAsync()
        {
            services.GetRequiredService<ReadBudget>().BeginTurn("A-1");
            await catalogue.ReadAsync(Stop);
        }
    }

    [Fact]
    public async Task A_turn_that_is_over_is_no_unavailable_tenant()
    {
        using var turn = new CancellationTokenSource();
        var reading = _kraken.Hangs("ReadDevices").Start().GetRequiredService<IAccountDirectory>().ReadDevicesAsync("A-1", turn.Token);

        await turn.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => reading);
    }
}
