namespace SmartFlexBot.Tests.KrakenSimulator.Tariffs;

/// <summary>Switches a tariff the GB way, as a client does.</summary>
internal sealed class EnrolmentDriver(SimulatorHost host, string account, string mpan)
{
    public const string SmartCar = "SMART-EV-26-10-01";

    private const string StartMutation = """
        mutation($input: StartSmartOnboardingProcessInput) {
          startOnboardingProcess(input: $input) { onboardingProcess { id } productEnrolment { id status product { code } } } }
        """;

    private const string AcceptMutation =
        "mutation($input: AcceptTermsAndConditionsInput!) { acceptTermsAndConditions(input: $input) { acceptedVersion } }";

    public string Id { get; private set; } = "";

    public async Task StartAsync(string product = SmartCar, string version = "1.3", string? on = null)
    {
        var answer = await host.RunAsync(StartMutation, new { input = StartInput(product, version, on) });
        Id = answer.Text("startOnboardingProcess.productEnrolment.id")!;
    }

    public Task<string> StartRefusedAsync(
        string product = SmartCar, string version = "1.3", string? on = null, bool accepted = true, string? otherMpan = null) =>
        host.RefusedAsync(StartMutation, new { input = StartInput(product, version, on, accepted, otherMpan) });

    public async Task<string?> AcceptAsync(int major = 1, int minor = 3) =>
        (await host.RunAsync(AcceptMutation, new { input = AcceptInput(Id, major, minor) }))
        .Text("acceptTermsAndConditions.acceptedVersion");

    public Task<string> AcceptRefusedAsync(int major = 1, int minor = 3, string? id = null) =>
        host.RefusedAsync(AcceptMutation, new { input = AcceptInput(id ?? Id, major, minor) });

    /// <summary>Such as "IN_PROGRESS AGREEMENTS_UPDATED": the enrolment's status, and the stage that is under way or failed.</summary>
    public async Task<string> StandAsync()
    {
        var answer = await host.RunAsync("""
            query($a: String!, $id: ID!) { productEnrolment(accountNumber: $a, enrolmentId: $id) { status stages { name status } } }
            """, new { a = account, id = Id });
        var stage = answer.At("productEnrolment.stages").EnumerateArray()
            .FirstOrDefault(stage => stage.GetProperty("status").GetString() is "IN_PROGRESS" or "FAILED");
        var name = stage.ValueKind == System.Text.Json.JsonValueKind.Object ? stage.GetProperty("name").GetString() : "";
        return $"{answer.Text("productEnrolment.status")} {name}".Trim();
    }

    public async Task<GraphQLAnswer> MeterPointAsync() => await host.RunAsync("""
        query($a: String!) { account(accountNumber: $a) { properties { electricityMeterPoints { mpan
          smartTariffOnboarding { id latestStatus latestTermsStatus }
          all: agreements(includeInactive: true) { id validFrom validTo tariff { productCode } }
          present: agreements(excludeFuture: true) { id validFrom validTo tariff { displayName productCode tariffCode standingCharge } }
        } } } }
        """, new { a = account });

    public async Task<string?> PresentAsync() =>
        (await MeterPointAsync()).Text("account.properties.0.electricityMeterPoints.0.present.0.tariff.productCode");

    private object StartInput(string product, string version, string? on, bool accepted = true, string? otherMpan = null) => new
    {
        accountNumber = account,
        mpan = otherMpan ?? mpan,
        productCode = product,
        targetAgreementChangeDate = on,
        isNewAccount = false,
        termsAndConditions = new { version, accepted },
    };

    private object AcceptInput(string id, int major, int minor) =>
        new { accountNumber = account, enrolmentId = id, termsVersion = new { versionMajor = major, versionMinor = minor } };
}
