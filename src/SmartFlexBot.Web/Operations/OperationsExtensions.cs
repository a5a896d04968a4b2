namespace SmartFlexBot.Web.Operations;

/// <summary>What operators look at and do by hand, below /operations.</summary>
public static class OperationsExtensions
{
    /// <remarks>Needs AddConversations.</remarks>
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddOptions<OperationsOptions>().BindConfiguration(OperationsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<OperationsGuard>();
        return services;
    }

    public static IEndpointRouteBuilder MapOperations(this IEndpointRouteBuilder app)
    {
        var operations = app.MapGroup("/operations").AddEndpointFilter(app.ServiceProvider.GetRequiredService<OperationsGuard>());
        operations.MapDeadLetters();
        operations.MapAccounts();
        return app;
    }
}
