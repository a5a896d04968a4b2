using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Events;

namespace SmartFlexBot.Tests.Conversations.Events;

public sealed class EventPolicyTests
{
    [Fact]
    public void What_was_taken_is_done_with() => EventPolicy.After(new EventReceipt.Taken(), 5, 5).ShouldBeNull();

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 1, 2)]
    [InlineData(0, 8, 256)]
    [InlineData(0, 9, 300)]
    [InlineData(0, 100_000, 300)]
    [InlineData(30, 0, 30)]
    [InlineData(3600, 9, 3600)]
    [InlineData(1, 3, 8)]
    public void A_supplier_that_is_down_is_tried_for_ever_and_as_late_as_it_asks(int asked, int attempts, int pause)
    {
        var next = EventPolicy.After(new EventReceipt.Later(TimeSpan.FromSeconds(asked), "HTTP 503"), attempts, refusals: 7);
        next.ShouldBe(new EventNext(IsDead: false, IsRefusal: false, TimeSpan.FromSeconds(pause), "HTTP 503"));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(6, 64)]
    public void A_refusal_is_offered_again_for_two_minutes(int refusals, int pause) =>
        EventPolicy.After(new EventReceipt.Refused("HTTP 400"), 50, refusals)
            .ShouldBe(new EventNext(IsDead: false, IsRefusal: true, TimeSpan.FromSeconds(pause), "HTTP 400"));

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void The_eighth_refusal_makes_a_dead_letter(int refusals) =>
        EventPolicy.After(new EventReceipt.Refused("HTTP 400"), 7, refusals)!.Value.IsDead.ShouldBeTrue();
}
