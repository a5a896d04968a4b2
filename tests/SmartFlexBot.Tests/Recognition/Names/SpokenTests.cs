using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Tests.Recognition.Names;

public sealed class SpokenTests
{
    [Theory]
    [InlineData("six", "6")]
    [InlineData("sechs", "6")]
    [InlineData("seis", "6")]
    [InlineData("sette", "7")]
    [InlineData("why", "y")]
    [InlineData("vee", "v")]
    [InlineData("dot", "")]
    [InlineData("tesla", null)]
    [InlineData("6", null)]
    public void Numbers_and_letters_are_written_as_voice_means_them(string said, string? written) => Spoken.Write(said).ShouldBe(written);
}
