using GraphQL;
using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Clock;
using SmartFlexBot.KrakenSimulator.Endpoint;

namespace SmartFlexBot.KrakenSimulator.Tariffs;

/// <summary>The assumed quote (see <c>Schema/assumed-quote.graphql</c>).</summary>
internal sealed class QuoteResolvers(World world, ProductBook products, TimeProvider time) : IResolvers
{
    /// <summary>Older ones are forgotten, and then as unknown as they are stale.</summary>
    private const int KeptQuotes = 20;

    public void AddTo(RootFields fields) => fields.Query("assumedTariffQuote", Quote);

    private QuoteView Quote(IResolveFieldContext context)
    {
        var account = world.Require(context, context.GetArgument<string>("accountNumber"));
        var propertyId = context.GetArgument<int>("propertyId");
        var day = TariffInput.Day(context.GetArgument<object>("day"));
        if (account.Homes.All(home => home.Id != propertyId))
        {
            throw KrakenError.Of("KT-CT-1111");
        }

        var offered = products.Find(context.GetArgument<string>("productCode")) ?? throw KrakenError.Of("KT-CT-4626");
        var agreement = account.Present(propertyId, world.Now) ?? throw KrakenError.Of("KT-CT-4619");
        var product = products.Find(agreement.ProductCode)!;
        var current = products.Counterpart(product, offered.Market);
        var baseUri = RequestContext.Of(context).BaseUri;
        var currentView = new AssumedTariffView(current, day, LastDay(agreement, product), baseUri);
        return offered.IsAvailable
            ? new(Keep(account.Number, propertyId, offered, agreement), new(offered, day, null, baseUri), currentView)
            : new(null, null, currentView);
    }

    private static DateOnly? LastDay(Agreement agreement, TariffProduct product) =>
        agreement.To is { } end ? LocalTime.DayOf(product.Zone, end.AddTicks(-1)) : null;

    /// <summary>Each quote has its own id, however often the same is asked for.</summary>
    private string Keep(string number, int propertyId, TariffProduct product, Agreement agreement)
    {
        var id = Guid.NewGuid().ToString("N")[..12];
        var quote = new Quote(id, propertyId, product.Code, product.Revision, agreement.Id, time.GetUtcNow());
        world.Change(number, null, (account, _) => account with { Quotes = [.. account.Quotes.TakeLast(KeptQuotes - 1), quote] });
        return id;
    }
}
