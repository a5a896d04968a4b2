using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Web.Hosting;

namespace SmartFlexBot.Tests.Web.Hosting;

/// <summary>
/// When the switch is there, and when it stays still; that it kills is shown by the kill tests, in a process of their own.
/// </summary>
public sealed class KillSwitchTests
{
    [Fact]
    public void A_point_that_is_named_in_Development_is_waited_for() =>
        Probe("Development", ("Testing:KillAt", "Committed")).ShouldBeOfType<KillSwitch>();

    [Theory]
    [InlineData("Production", "Committed")]
    [InlineData("Staging", "Committed")]
    [InlineData("Development", "")]
    [InlineData("Development", null)]
    public void Everywhere_else_there_is_none(string environment, string? point) =>
        Probe(environment, ("Testing:KillAt", point)).ShouldBeNull();

    [Theory]
    [InlineData("Nowhere")]
    [InlineData("99")]
    public void A_point_that_does_not_exist_is_named_with_those_that_do(string point) =>
        Should.Throw<InvalidDataException>(() => Probe("Development", ("Testing:KillAt", point)))
            .Message.ShouldBe($"Testing:KillAt is '{point}'; set it to one of {string.Join(", ", Enum.GetNames<ProcessingPoint>())}.");

    [Fact]
    public void Another_point_or_an_earlier_time_lets_the_process_live()
    {
        var third = Probe("Development", ("Testing:KillAt", "Committed"), ("Testing:KillAfter", "3"))!;

        third.Reached(ProcessingPoint.Stored);
        third.Reached(ProcessingPoint.Committed);
        third.Reached(ProcessingPoint.Committed);
        third.Reached(ProcessingPoint.Delivered);
    }

    private static IProcessingProbe? Probe(string environment, params (string Key, string? Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)));
        builder.AddKillSwitch();
        using var services = builder.Services.BuildServiceProvider();
        return services.GetService<IProcessingProbe>();
    }
}
