using SmartFlexBot.Recognition.Consent;

namespace SmartFlexBot.Tests.Recognition.Consent;

/// <summary>A yes that names a permission is a yes to that one.</summary>
public sealed class NamedPermissionTests
{
    [Theory]
    [InlineData("yes to the data", ConsentTopic.Data)]
    [InlineData("I agree to the data and location", ConsentTopic.Data)]
    [InlineData("ja zu den Daten", ConsentTopic.Data)]
    [InlineData("sí a los datos", ConsentTopic.Data)]
    [InlineData("d'accord pour les données", ConsentTopic.Data)]
    [InlineData("sì ai dati", ConsentTopic.Data)]
    [InlineData("yes to the control", ConsentTopic.Control)]
    [InlineData("ja zur Steuerung", ConsentTopic.Control)]
    public void It_is_a_yes_where_it_is_asked_for_and_none_where_the_other_is(string text, ConsentTopic named)
    {
        var other = named == ConsentTopic.Data ? ConsentTopic.Control : ConsentTopic.Data;

        NamedPermission.Recognise(text, named).IsExplicitYes.ShouldBeTrue();
        NamedPermission.Recognise(text, other).Label.ShouldBe(ConsentLabel.Unclear);
        (NamedPermission.IsGiven(text, named), NamedPermission.IsGiven(text, other)).ShouldBe((true, false));
    }

    [Theory]
    [InlineData("yes to the location")]
    [InlineData("the data")]
    [InlineData("only the data")]
    [InlineData("yes, not the data")]
    [InlineData("so you want the data, yes")]
    [InlineData("yes to the data?")]
    [InlineData("data yes, location no")]
    [InlineData("yes to the data but not the location")]
    [InlineData("yes to the data tomorrow")]
    [InlineData("yes to the charging")]
    public void Less_than_a_whole_yes_to_the_data_is_none(string text)
    {
        NamedPermission.Recognise(text, ConsentTopic.Data).Label.ShouldNotBe(ConsentLabel.Yes);
        NamedPermission.IsGiven(text, ConsentTopic.Data).ShouldBeFalse();
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("I agree")]
    public void A_yes_without_a_name_belongs_to_what_was_asked(string text)
    {
        NamedPermission.Recognise(text, ConsentTopic.Control).IsExplicitYes.ShouldBeTrue();
        NamedPermission.IsGiven(text, ConsentTopic.Control).ShouldBeFalse();
    }
}
