using System.Text.Json;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Kraken.Operations;
using SmartFlexBot.Kraken.Tariffs;
using SmartFlexBot.Kraken.Tenant;
using SmartFlexBot.Kraken.Watching;
using SmartFlexBot.KrakenSimulator;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Tests.Kraken.Tariffs;

namespace SmartFlexBot.Tests.Kraken;

public sealed class OperationTests
{
    private static readonly ISchema Whole = TenantSchemaFile.Load(TenantSchemaFile.Text);

    public static TheoryData<string> Operations => [.. KrakenOperations.All.Select(operation => operation.Name)];

    /// <summary>What older or other tenants lack (kraken-api 9), cut out of the schema by type or by "Type.field".</summary>
    public static TheoryData<string> Lacking =>
    [
        "",
        "AuthFlow.error",
        "TerminalError Retry SelectHeatPumpMake SelectHeatPumpVariant SelectHeatPumpMakeListItem SelectHeatPumpVariantListItem "
            + "AuthFlow.error",
        "SmartFlexBattery",
        "Query.electricVehicles Query.chargePointVariants Query.accountIoEligibility",
        "SelectSessionDevice SelectSessionDeviceListItem SelectInverterSystemType SelectInverterSystemTypeListItem",
        "SmartFlexDeviceStatusInterface.currentState SmartFlexVehicleStatus.currentState SmartFlexChargePointStatus.currentState "
            + "SmartFlexDeviceStatus.currentState",
    ];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_operation_is_valid_against_the_schema(string name) =>
        (await TenantSchemaFile.FaultsAsync(Whole, KrakenOperations.All.Single(operation => operation.Name == name).Text)).ShouldBeEmpty();

    [Fact]
    public async Task The_check_notices_a_field_that_does_not_exist() =>
        (await TenantSchemaFile.FaultsAsync(Whole, "query Q { account(accountNumber: \"A\") { shoeSize } }")).ShouldNotBeEmpty();

    [Fact]
    public async Task The_shipped_quote_document_is_valid_where_its_operation_is_assumed()
    {
        var quote = QuoteDocument.Read(Path.Combine(TariffMarkets.Folder, "quotes", "assumed.graphql")).Document.Text;

        (await TenantSchemaFile.FaultsAsync(
            TenantSchemaFile.Load($"{TenantSchemaFile.Text}\n{KrakenSchemaFile.ReadAssumed()}"), quote)).ShouldBeEmpty();
        (await TenantSchemaFile.FaultsAsync(Whole, quote)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_tenant_with_everything_is_asked_for_everything()
    {
        var types = await TypesOf(Whole);

        foreach (var operation in KrakenOperations.All)
        {
            DocumentFitting.Fit(operation, types).ShouldBe(operation);
        }
    }

    [Theory]
    [MemberData(nameof(Lacking))]
    public async Task Operations_cut_to_fit_a_tenant_are_valid_there(string lacking)
    {
        var schema = TenantSchemaFile.Load(Without(lacking));
        var types = await TypesOf(schema);

        foreach (var operation in KrakenOperations.All.Append(Watching(3).Document))
        {
            if (operation.Name != "IntrospectTenant" && DocumentFitting.Fit(operation, types) is { } fitted)
            {
                (await TenantSchemaFile.FaultsAsync(schema, fitted.Text)).ShouldBeEmpty($"{operation.Name}: {fitted.Text}");
            }
        }
    }

    [Fact]
    public async Task An_operation_whose_call_is_gone_is_not_sent()
    {
        var types = await TypesOf(
            TenantSchemaFile.Load(Without("Mutation.deviceRegistration Query.electricVehicles Query.chargePointVariants")));

        DocumentFitting.Fit(KrakenOperations.DeviceRegistration, types).ShouldBeNull();
        DocumentFitting.Fit(KrakenOperations.ReadVariants, types).ShouldBeNull();
        DocumentFitting.Fit(KrakenOperations.ReadDevices, types).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_operation_is_fitted_once_for_the_same_types()
    {
        var kraken = new ScriptedKraken().On(
            "IntrospectTenant", await TenantSchemaFile.IntrospectAsync(Whole, KrakenOperations.IntrospectTenant.Text));
        var schema = kraken.Start().GetRequiredService<TenantSchema>();
        var stop = TestContext.Current.CancellationToken;

        var first = await schema.FitAsync(KrakenOperations.ReadDevices, stop);
        (await schema.FitAsync(KrakenOperations.ReadDevices, stop)).ShouldBeSameAs(first);
        (await schema.FitAsync(Watching(3).Document, stop)).ShouldBeSameAs(await schema.FitAsync(Watching(3).Document, stop));

        // A tenant may have been updated since.
        kraken.Time.Advance(TimeSpan.FromHours(12));
        (await schema.FitAsync(KrakenOperations.ReadDevices, stop)).ShouldNotBeSameAs(first);
        kraken.Asked("IntrospectTenant").Count().ShouldBe(2);
    }

    [Fact]
    public async Task There_is_no_end_of_different_requests_and_they_are_fitted_all_the_same()
    {
        var fitted = new FittedDocuments(await TypesOf(TenantSchemaFile.Load(Without("AuthFlow.error"))));

        for (var i = 0; i < 600; i++)
        {
            var document = KrakenOperations.ReadDevices with
            {
                Text = KrakenOperations.ReadDevices.Text.Replace(
                "accountNumber", $"accountNumber{i}")
            };
            fitted.Fit(document)!.Text.ShouldBe(document.Text);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task A_request_for_many_watches_is_valid(int count) =>
        (await TenantSchemaFile.FaultsAsync(Whole, Watching(count).Document.Text)).ShouldBeEmpty();

    [Theory]
    [InlineData(1, true)]
    [InlineData(5, true)]
    [InlineData(5, false)]
    public async Task A_request_for_many_switches_is_valid(int accounts, bool withEnrolments) =>
        (await TenantSchemaFile.FaultsAsync(
            Whole, SwitchDocument.Build(
                [.. Enumerable.Range(0, accounts).Select(i => $"A-{i}")], withEnrolments).Document.Text)).ShouldBeEmpty();

    private static WatchDocument Watching(int count) => WatchDocument.Build(
    [
        .. Enumerable.Range(0, count).Select(i => new WatchTarget(
            $"watch-{i}", new(new($"A-{i / 2}", 1), new WizardToken($"W-{i}")), i % 3 == 2 ? null : $"W-{i}")),
    ]);

    private static async Task<TenantTypes> TypesOf(ISchema schema)
    {
        using var answer = JsonDocument.Parse(await TenantSchemaFile.IntrospectAsync(schema, KrakenOperations.IntrospectTenant.Text));
        return TenantTypes.From(answer.RootElement.GetProperty("data").Deserialize(KrakenJson.Default.IntrospectionAnswer)!)!;
    }

    private static string Without(string lacking)
    {
        var document = GraphQLParser.Parser.Parse(TenantSchemaFile.Text);
        foreach (var name in lacking.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = name.Split('.');
            var removed = parts.Length == 1
                ? document.Definitions.RemoveAll(definition => NameOf(definition) == name)
                : document.Definitions.Where(definition => NameOf(definition) == parts[0]).Sum(definition => definition switch
                {
                    GraphQLParser.AST.GraphQLObjectTypeDefinition type =>
                        type.Fields!.Items.RemoveAll(field => field.Name.StringValue == parts[1]),
                    GraphQLParser.AST.GraphQLInterfaceTypeDefinition type =>
                        type.Fields!.Items.RemoveAll(field => field.Name.StringValue == parts[1]),
                    _ => 0,
                });
            removed.ShouldBe(1, name);
        }

        return OperationText.Print(document);
    }

    private static string? NameOf(GraphQLParser.AST.ASTNode definition) =>
        (definition as GraphQLParser.AST.GraphQLTypeDefinition)?.Name.StringValue;
}
