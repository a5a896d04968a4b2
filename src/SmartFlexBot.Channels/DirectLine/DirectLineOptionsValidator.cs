using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>Gives Development its default secret, and stops the start with a sentence that names the setting to change.</summary>
internal sealed class DirectLineOptionsValidator(IHostEnvironment environment)
    : IPostConfigureOptions<DirectLineOptions>, IValidateOptions<DirectLineOptions>
{
    private const int MinimumSecretLength = 32;

    // "aaaa…" and "1234123412341234…" are long and still no secret.
    private const int MinimumDistinctCharacters = 8;

    public void PostConfigure(string? name, DirectLineOptions options)
    {
        if (environment.IsDevelopment() && string.IsNullOrEmpty(options.Secret))
        {
            options.Secret = DirectLineOptions.DevelopmentSecret;
        }
    }

    public ValidateOptionsResult Validate(string? name, DirectLineOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(DirectLineOptions options)
    {
        if (string.IsNullOrEmpty(options.Secret))
        {
            yield return "DirectLine:Secret is not set. Set it to a random text of at least 32 characters that the supplier's server "
                + "also knows.";
        }
        else if (Weakness(options.Secret) is { } weak)
        {
            yield return $"DirectLine:Secret {weak}";
        }

        if (!string.IsNullOrEmpty(options.Secret2))
        {
            if (Weakness(options.Secret2) is { } weak)
            {
                yield return $"DirectLine:Secret2 {weak}";
            }
            else if (options.Secret2 == options.Secret)
            {
                yield return "DirectLine:Secret2 is the same as DirectLine:Secret. Leave it out, or set it to the other live secret.";
            }
        }

        if (!string.IsNullOrEmpty(options.SigningKey) && Weakness(options.SigningKey) is { } weakKey)
        {
            yield return $"DirectLine:SigningKey {weakKey}";
        }

        if (options.TokenLifetime < TimeSpan.FromMinutes(1))
        {
            yield return "DirectLine:TokenLifetime is under a minute. Set it to at least 00:01:00; 00:30:00 is usual.";
        }

        if (options.MaximumTokenAge < options.TokenLifetime)
        {
            yield return "DirectLine:MaximumTokenAge is shorter than DirectLine:TokenLifetime. Set it to at least that; 1.00:00:00 is "
                + "usual.";
        }

        if (options.MaximumActivityCharacters is < 1024 or > 1024 * 1024)
        {
            yield return "DirectLine:MaximumActivityCharacters must be between 1024 and 1048576.";
        }

        if (options.MaximumFiles is < 1 or > 20)
        {
            yield return "DirectLine:MaximumFiles must be between 1 and 20.";
        }

        if (options.MaximumFileBytes < 1
            || options.MaximumUploadBytes < options.MaximumFileBytes
            || options.MaximumUploadBytes > 25 * 1024 * 1024)
        {
            yield return "DirectLine:MaximumUploadBytes must be between DirectLine:MaximumFileBytes and 26214400, and "
                + "DirectLine:MaximumFileBytes at least 1.";
        }

        if (string.IsNullOrWhiteSpace(options.BotId) || string.IsNullOrWhiteSpace(options.BotName))
        {
            yield return "DirectLine:BotId and DirectLine:BotName must not be empty.";
        }

        foreach (var origin in options.TrustedOrigins.Where(origin => !Origins.IsOrigin(origin)))
        {
            yield return $"DirectLine:TrustedOrigins holds '{origin}', which is not an origin. Write it like "
                + $"https://www.supplier.example, without a path.";
        }
    }

    private string? Weakness(string secret) => secret switch
    {
        { Length: < MinimumSecretLength } => "is shorter than 32 characters. Set it to a random text of at least 32 characters.",
        DirectLineOptions.DevelopmentSecret when !environment.IsDevelopment() =>
            "is the default that everybody knows. Set it to a random text of at least 32 characters.",
        _ when secret.Distinct().Count() < MinimumDistinctCharacters =>
            "repeats a few characters and is easily guessed. Set it to a random text of at least 32 characters.",
        _ => null,
    };
}
