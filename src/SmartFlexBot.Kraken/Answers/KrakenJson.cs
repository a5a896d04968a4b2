using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SmartFlexBot.Kraken.Answers;

/// <summary>
/// Kraken's answers. Every field may be missing: tenants differ, and a query may have been cut to fit. Decimals come as strings.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(LenientText)])]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(IntrospectionAnswer))]
[JsonSerializable(typeof(AccountAnswer))]
[JsonSerializable(typeof(EligibilityAnswer))]
[JsonSerializable(typeof(DevicesAnswer))]
[JsonSerializable(typeof(SmartControlAnswer))]
[JsonSerializable(typeof(VariantsAnswer))]
[JsonSerializable(typeof(SupportedAnswer))]
[JsonSerializable(typeof(OnboardingsAnswer))]
[JsonSerializable(typeof(WizardAnswer))]
[JsonSerializable(typeof(TestChargeAnswer))]
[JsonSerializable(typeof(SignInAnswer))]
[JsonSerializable(typeof(VirtualKeyAnswer))]
[JsonSerializable(typeof(UserVehiclesAnswer))]
[JsonSerializable(typeof(RegistrationAnswer))]
[JsonSerializable(typeof(TariffAccountAnswer))]
[JsonSerializable(typeof(TariffAccountData))]
[JsonSerializable(typeof(TariffProductAnswer))]
[JsonSerializable(typeof(SwitchDatesAnswer))]
[JsonSerializable(typeof(EnrolmentAnswer))]
[JsonSerializable(typeof(EnrolmentStartAnswer))]
[JsonSerializable(typeof(AcceptedTermsAnswer))]
[JsonSerializable(typeof(ProductSwitchAnswer))]
[JsonSerializable(typeof(QuoteAnswer))]
[JsonSerializable(typeof(IReadOnlyList<EnrolmentData?>))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class KrakenJson : JsonSerializerContext;
