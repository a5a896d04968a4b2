using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Kraken.Operations;
using SmartFlexBot.Kraken.Tenant;
using SmartFlexBot.Kraken.Wizard;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Accounts;

/// <summary>Reads accounts with <c>account</c>, <c>accountIoEligibility</c>, <c>eligibleDeviceTypes</c> and <c>devices</c>.</summary>
internal sealed class KrakenAccountDirectory(KrakenClient client, TenantSchema schema) : IAccountDirectory
{
    private static readonly char[] LineBreaks = ['\r', '\n'];

    public async Task<IReadOnlyList<AccountProperty>> ReadPropertiesAsync(string accountNumber, CancellationToken cancellationToken)
    {
        var answer = await ReadAsync(
            KrakenOperations.ReadAccount, new() { ["accountNumber"] = accountNumber }, KrakenJson.Default.AccountAnswer, cancellationToken);
        if (answer?.Account is not { } account)
        {
            throw new AccountNotReadableException(code: null);
        }

        return
        [
            .. from property in account.Properties ?? []
               where int.TryParse(property?.Id, NumberStyles.None, CultureInfo.InvariantCulture, out _)
               select new AccountProperty(int.Parse(property.Id!, CultureInfo.InvariantCulture), OneLine(property)),
        ];
    }

    public async Task<Eligibility> ReadEligibilityAsync(string accountNumber, int propertyId, CancellationToken cancellationToken)
    {
        var answer = await ReadAsync(
            KrakenOperations.ReadEligibility,
            new() { ["accountNumber"] = accountNumber, ["propertyId"] = propertyId },
            KrakenJson.Default.EligibilityAnswer,
            cancellationToken);
        return new(
            answer?.AccountIoEligibility?.IsEligibleForIo,
            [.. (answer?.EligibleDeviceTypes ?? []).OfType<string>().Select(Devices.Kind).Distinct()]);
    }

    public async Task<IReadOnlyList<DeviceSnapshot>> ReadDevicesAsync(string accountNumber, CancellationToken cancellationToken)
    {
        var answer = await ReadAsync(
            KrakenOperations.ReadDevices, new() { ["accountNumber"] = accountNumber }, KrakenJson.Default.DevicesAnswer, cancellationToken);
        return Devices.From(answer?.Devices);
    }

    /// <returns>Null when the tenant has none of it, or the account has nothing.</returns>
    private async Task<T?> ReadAsync<T>(
        KrakenDocument whole, JsonObject variables, JsonTypeInfo<T> type, CancellationToken cancellationToken) where T : class
    {
        if (await schema.FitAsync(whole, cancellationToken) is not { } document)
        {
            return null;
        }

        return await client.RunAsync(document, variables, type, cancellationToken) switch
        {
            KrakenResult<T>.Ok ok => ok.Data,
            KrakenResult<T>.Failed { Error.CoreNumber: NoDevice } => null,
            KrakenResult<T>.Failed { Error: var error } when WizardProblems.Kind(error) != WizardProblemKind.TryLater =>
                throw new AccountNotReadableException(error.Code),
            KrakenResult<T>.Failed { Error: var error } => throw new TenantUnavailableException($"{document.Name} failed: {error.Code}."),
            KrakenResult<T>.Unavailable unavailable =>
                throw new TenantUnavailableException($"{document.Name} failed: {unavailable.Reason}."),
            _ => null,
        };
    }

    private const int NoDevice = 4301;

    private static string? OneLine(PropertyData property)
    {
        var lines = (property.Address ?? "").Split(
            LineBreaks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        if (property.Postcode is { Length: > 0 } postcode
            && !lines.Any(line => line.Contains(postcode, StringComparison.OrdinalIgnoreCase)))
        {
            lines.Add(postcode);
        }

        return lines.Count == 0 ? null : string.Join(", ", lines);
    }
}
