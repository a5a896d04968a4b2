using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Tests.Onboarding.Tariffs;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Requests;

/// <summary>Permissions and contracts are withdrawn in the chat, and the supplier hears of it.</summary>
public sealed class WithdrawTests
{
    private static readonly Journey Contracted = Agreed with
    {
        Tariff = new()
        {
            Read = new(Offers.Flat, Offers.Smart, IsOnOffered: false, Noon),
            Agreed = new("shown", Offers.Smart.ProductCode, "1.3", "I agree", Noon),
            Switch = new("e-1", Offers.Smart.ProductCode, TariffSwitchState.UnderWay),
        },
    };

    [Fact]
    public async Task A_contract_is_withdrawn_from_on_its_confirmation()
    {
        var chat = await AtAsync(Contracted);

        (await chat.SayAsync("I want to cancel my contract")).ShouldHaveSingleItem().ShouldContain(
            "I withdraw from my contract for Smart EV, agreed on 23 November 2026, 12:00, account A-1.");
        chat.Effects.Events.ShouldBeEmpty();
        (await chat.PressAsync("yes"))[0].ShouldStartWith(
            "We have received your withdrawal from Smart EV, 23 November 2026, 12:00 (UK time).");

        var told = chat.Effects.Events.ShouldHaveSingleItem();
        told.Name.ShouldBe("journey.withdrawal");
        told.Json.ShouldContain("\"switchId\":\"e-1\"");
        var journey = await chat.JourneyAsync();
        journey.HasConsent(ConsentPurpose.Tariff).ShouldBeFalse();
        journey.Tariff.Withdrawn!.Words.ShouldBe("Confirm withdrawal");
        chat.Copies.ShouldHaveSingleItem().Sections[0].Text.ShouldNotBeNull().ShouldContain("Smart EV");
        (await chat.SayAsync("cancel my contract")).ShouldNotContain(said => said.Contains("Your statement", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_confirmation_the_contract_stays()
    {
        var chat = await AtAsync(Contracted);
        await chat.SayAsync("cancel my contract");

        (await chat.PressAsync("no"))[0].ShouldBe("All right, let’s carry on.");

        (await chat.JourneyAsync()).Tariff.HasContract.ShouldBeTrue();
        chat.Effects.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task After_its_time_a_person_tells_how_the_contract_ends()
    {
        var chat = await AtAsync(Contracted);
        chat.Time.Advance(TimeSpan.FromDays(15));

        (await chat.SayAsync("cancel my contract")).ShouldHaveSingleItem().ShouldStartWith(
            "The time to withdraw from Smart EV without a reason ended on 7 December 2026.");
    }

    [Fact]
    public async Task On_its_last_day_it_can_still_be_withdrawn_from()
    {
        var chat = await AtAsync(Contracted);
        chat.Time.Advance(TimeSpan.FromDays(14));

        (await chat.SayAsync("cancel my contract")).ShouldHaveSingleItem().ShouldStartWith("[Your statement:");
    }

    [Fact]
    public async Task Where_nothing_can_be_withdrawn_the_word_is_a_no_like_any_other()
    {
        var chat = await AtAsync(Confirmed);

        (await chat.SayAsync("I withdraw")).ShouldContain(said => said.StartsWith("It’s fine to say no", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Permissions_that_are_withdrawn_are_a_task_for_the_supplier()
    {
        var chat = await AtAsync(Agreed with { Consents = [.. Agreed.Consents, Given(ConsentPurpose.HalfHourlyReadings)] });

        var said = await chat.SayAsync("withdraw consent");

        said[0].ShouldStartWith("Your permissions for data and control are withdrawn");
        said[1].ShouldStartWith("Your permission for half-hourly meter readings is withdrawn too.");
        var told = chat.Effects.Events.ShouldHaveSingleItem();
        told.Name.ShouldBe("journey.consents-withdrawn");
        told.Json.ShouldContain("\"purposes\":[\"DataAndLocation\",\"Control\",\"HalfHourlyReadings\"]");
        (await chat.JourneyAsync()).HasConsent(ConsentPurpose.HalfHourlyReadings).ShouldBeFalse();
    }

    private static async Task<Chat> AtAsync(Journey journey)
    {
        var tariff = journey == Contracted ? Shipped.Britain.Tariff : null;
        var chat = new Chat(new InMemoryKraken(), Shipped.Britain with { Tariff = tariff });
        chat.Know(journey);
        await chat.OpenAsync();
        return chat;
    }
}
