using System.Reflection;
using SmartFlexBot.Onboarding.Flow;
using SmartFlexBot.Onboarding.Requests;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Tests.Onboarding.Turns;

/// <summary>What a slice does is given the parts of a turn that it needs. Only what puts the parts together sees the whole.</summary>
public sealed class TurnPartsTests
{
    private static readonly Type[] All = typeof(OnboardingBot).Assembly.GetTypes();

    [Fact]
    public void No_class_of_a_slice_is_made_of_the_whole_turn() =>
        All.Where(type => type != typeof(SpokenRequests) && type.Namespace != typeof(OnboardingBot).Namespace)
            .Where(type => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Any(constructor => constructor.GetParameters().Any(parameter => parameter.ParameterType == typeof(Turn))))
            .ShouldBeEmpty();

    [Fact]
    public void Steps_with_something_to_tell_apart_have_a_key_of_their_own()
    {
        var keyless = All.Where(type => type.IsSubclassOf(typeof(Step)) && !type.IsAbstract)
            .Where(type => type.GetProperty(nameof(Step.Key))!.DeclaringType == typeof(Step))
            .Where(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
                .Any(property => property.CanWrite));

        // The same question whatever is in it: a list that is shown again, a test that goes on, a proposal that follows from the facts.
        keyless.Select(type => type.Name).Order().ShouldBe(
            ["BeginAgain", "ChooseDevice", "ChooseHome", "ChooseKind", "ConfirmDevices", "ConfirmLanguage", "JourneyEnded", "TestRunning"]);
    }
}
