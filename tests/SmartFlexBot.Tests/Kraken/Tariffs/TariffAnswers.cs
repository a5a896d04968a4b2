namespace SmartFlexBot.Tests.Kraken.Tariffs;

/// <summary>Answers about an account A-1 with the home 7.</summary>
internal static class TariffAnswers
{
    public const string Standard = """
        {"id":701,"validFrom":"2025-01-01T00:00:00+00:00","validTo":null,"tariff":{"displayName":"Standard",
        "productCode":"STANDARD-VAR-25-01-01","tariffCode":"E-1R-STANDARD-VAR-25-01-01-A","standingCharge":53.8}}
        """;

    public static string Smart(string from) =>
        $$$"""{"id":702,"validFrom":"{{{from}}}","validTo":null,"tariff":{"displayName":"Smart """
            + $$$"""EV","productCode":"{{{TariffMarkets.Product}}}","tariffCode":"E-1R-{{{TariffMarkets.Product}}}-A"}}""";

    public static string Home(params string[] agreements) =>
        $$$"""{"properties":[{"id":"6","electricityMeterPoints":[{"mpan":"other","agreements":[]}]},{"id":"7","electricityMeterPoints":"""
            + $$$"""[{"mpan":"2000000000007","agreements":[{{{string.Join(',', agreements)}}}]}]}]}""";

    public static string Account(params string[] agreements) => $$$"""{"data":{"account":{{{Home(agreements)}}}}}""";

    public static string Enrolment(
        string status, string? latest, string? terms = "TERMS_ACCEPTED", string id = "E-1", string product = TariffMarkets.Product) =>
        $$$"""{"id":"{{{id}}}","status":"{{{status}}}","product":{"code":"{{{product}}}"},"electricityMeterPoint":"""
            + $$$"""{"mpan":"2000000000007","smartTariffOnboarding":{"latestStatus":{{{Quoted(latest)}}},"latestTermsStatus":"""
                + $$$"""{{{Quoted(terms)}}} } } }""";

    public static string Switches(string home, params string[] enrolments) =>
        $$$"""{"data":{"a0":{{{home}}},"e0":[{{{string.Join(',', enrolments)}}}]}}""";

    public static string Rates(params string[] rows) =>
        $$"""{"count":{{rows.Length}},"next":null,"previous":null,"results":[{{string.Join(',', rows)}}]}""";

    public static string Rate(string value, string from, string? to, string? payment = null) =>
        $$"""{"value_exc_vat":1,"value_inc_vat":{{value}},"valid_from":{{Quoted(from)}},"valid_to":{{Quoted(to)}},"payment_method":"""
            + $$"""{{Quoted(payment)}}}""";

    public static string Product(string code, string exitFee = "0", string type = "\"NONE\"", bool isVariable = true) =>
        $$$$"""
        {"code":"{{{{code}}}}","display_name":"Shown","is_variable":{{{{(isVariable ? "true" : "false")}}}},"term":null,
        "single_register_electricity_tariffs":{
        "_A":{"direct_debit_monthly":{"code":"E-1R-{{{{code}}}}-A","standing_charge_inc_vat":1,"exit_fees_inc_vat":{{{{exitFee}}}},
        "exit_fees_type":{{{{type}}}}}},
        "_B":{"direct_debit_monthly":{"code":"E-1R-{{{{code}}}}-B","exit_fees_inc_vat":99,"exit_fees_type":"FIXED"} } }}
        """;

    private static string Quoted(string? text) => text is null ? "null" : $"\"{text}\"";
}
