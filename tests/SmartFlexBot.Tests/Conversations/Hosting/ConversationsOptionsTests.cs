using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Tests.Conversations.Hosting;

public sealed class ConversationsOptionsTests
{
    [Fact]
    public void What_is_not_set_is_as_the_README_says()
    {
        var options = new ConversationsOptions();

        options.TurnTimeout.ShouldBe(TimeSpan.FromSeconds(8));
        options.TypingAfter.ShouldBe(TimeSpan.FromSeconds(0.7));
        options.CommandTimeout.ShouldBe(TimeSpan.FromSeconds(30));
        options.SweepInterval.ShouldBe(TimeSpan.FromSeconds(2));
        options.SlowPollInterval.ShouldBe(TimeSpan.FromSeconds(2));
        options.AwayWatchInterval.ShouldBe(TimeSpan.FromMinutes(1));
        options.ParallelCommands.ShouldBe(16);
        (options.BotId, options.BotName).ShouldBe(("smartflexbot", "SmartFlexBot"));
        var store = new StoreOptions();
        (store.CheckAtStart, store.ConversationBytes).ShouldBe((true, 2_097_152L));
    }

    [Theory]
    [InlineData("TurnTimeout", "00:00:00")]
    [InlineData("TypingAfter", "00:02:00")]
    [InlineData("SweepInterval", "00:00:00.05")]
    [InlineData("SlowPollInterval", "00:02:00")]
    [InlineData("AwayWatchInterval", "2.00:00:00")]
    [InlineData("CommandTimeout", "00:00:00.5")]
    [InlineData("ParallelCommands", "0")]
    [InlineData("BotId", "")]
    public async Task What_cannot_work_stops_the_start_and_is_named(string setting, string value)
    {
        var refused = await Should.ThrowAsync<OptionsValidationException>(() => ConversationsHost.StartAsync(
            Bots.Echo,
            services => services.Configure<ConversationsOptions>(options =>
            {
                var property = typeof(ConversationsOptions).GetProperty(setting)!;
                property.SetValue(options, property.PropertyType == typeof(TimeSpan)
                    ? TimeSpan.Parse(value, null)
                    : Convert.ChangeType(value, property.PropertyType, null));
            })));
        refused.Message.ShouldContain($"Conversations:{setting}");
    }

    [Fact]
    public async Task A_quiet_conversation_leaves_the_memory_within_a_minute_of_real_time()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);

        var collection = host.Services.GetRequiredService<IOptions<GrainCollectionOptions>>().Value;
        (collection.CollectionAge + collection.CollectionQuantum).ShouldBeLessThan(TimeSpan.FromMinutes(1));
        host.Services.GetRequiredKeyedService<TimeProvider>(TimeProviderNames.ActivationManagement).ShouldBeOfType<SteadyTime>();
    }
}
