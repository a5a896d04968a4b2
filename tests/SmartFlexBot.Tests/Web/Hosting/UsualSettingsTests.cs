using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using SmartFlexBot.Channels.DirectLine.Reading;
using SmartFlexBot.Channels.Http;
using SmartFlexBot.Conversations.Store;
using SmartFlexBot.Web.Hosting;

namespace SmartFlexBot.Tests.Web.Hosting;

public sealed partial class UsualSettingsTests
{
    [Theory]
    [InlineData(typeof(ServerOptions), 2)]
    [InlineData(typeof(QuotaOptions), 10)]
    [InlineData(typeof(MemoryOptions), 2)]
    [InlineData(typeof(StoreOptions), 1)]
    public void What_a_message_calls_usual_is_what_holds_where_nothing_is_set(Type type, int many)
    {
        var fresh = Activator.CreateInstance(type);

        var told = type.GetProperties().Select(property => (
                property.Name,
                Value: Convert.ToString(property.GetValue(fresh), CultureInfo.InvariantCulture),
                Usual: Usual().Match(property.GetCustomAttribute<RangeAttribute>()?.ErrorMessage ?? "").Groups[1].Value))
            .Where(each => each.Usual.Length > 0).ToList();

        told.Count.ShouldBe(many);
        told.ShouldAllBe(each => each.Value == each.Usual);
    }

    [GeneratedRegex(@"(\d+) is usual")]
    private static partial Regex Usual();
}
