using Microsoft.Extensions.Options;

namespace SmartFlexBot.Conversations.Retention;

internal sealed class RetentionOptionsValidator : IValidateOptions<RetentionOptions>
{
    public ValidateOptionsResult Validate(string? name, RetentionOptions options) => options.Consents < options.Journeys
        ? ValidateOptionsResult.Fail(
            "Retention:Consents must not be shorter than Retention:Journeys: they prove what the journey rests on.")
        : ValidateOptionsResult.Success;
}
