using System.Text;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Tests.Onboarding.HandOvers;

/// <summary>What is taken is told by bytes, and called what it is.</summary>
public sealed class DeskFilesTests
{
    [Theory]
    [InlineData("FFD8FFE000104A464946", DeskFileType.Jpeg)]
    [InlineData("89504E470D0A1A0A0000000D", DeskFileType.Png)]
    [InlineData("524946461A0000005745425056503820", DeskFileType.WebP)]
    [InlineData("255044462D312E370A", DeskFileType.Pdf)]
    public void A_picture_or_a_document_is_known_by_its_first_bytes(string bytes, DeskFileType type) =>
        DeskFileTypes.Of(Convert.FromHexString(bytes)).ShouldBe(type);

    [Theory]
    [InlineData("")]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")]
    [InlineData("<?xml version=\"1.0\"?><svg/>")]
    [InlineData("GIF89a")]
    [InlineData("MZ and what a program has")]
    [InlineData("PK\u0003\u0004 a packed document")]
    [InlineData("RIFF0000WAVE")]
    [InlineData("RIFF")]
    [InlineData(" %PDF-1.7")]
    public void Anything_else_is_not_taken_whatever_it_is_called(string content) =>
        DeskFileTypes.Of(Encoding.Latin1.GetBytes(content)).ShouldBeNull();

    [Theory]
    [InlineData("car.png", DeskFileType.Png, "car.png")]
    [InlineData("car.png", DeskFileType.Jpeg, "car.jpg")]
    [InlineData("index.html", DeskFileType.Png, "index.png")]
    [InlineData("my bill 2026-11.PDF", DeskFileType.Pdf, "my bill 2026-11.pdf")]
    [InlineData("../../etc/passwd", DeskFileType.Pdf, "passwd.pdf")]
    [InlineData("C:\\Users\\ada\\Zähler Küche.jpeg", DeskFileType.Jpeg, "Zähler Küche.jpg")]
    [InlineData("a\u202Egnp.exe", DeskFileType.Png, "a_gnp.png")]
    [InlineData("a\r\nSet-Cookie: x\"<b>.png", DeskFileType.Png, "a__Set-Cookie_ x__b.png")]
    [InlineData("", DeskFileType.WebP, "file.webp")]
    [InlineData("...", DeskFileType.WebP, "file.webp")]
    public void A_name_is_plain_and_ends_with_what_the_file_is(string name, DeskFileType type, string clean) =>
        DeskFileNames.Clean(name, type).ShouldBe(clean);

    [Fact]
    public void A_long_name_is_cut_and_no_letter_in_two()
    {
        DeskFileNames.Clean(new string('x', 500) + ".png", DeskFileType.Png).ShouldBe(new string('x', 80) + ".png");
        DeskFileNames.Clean(new string('x', 79) + "𠮷.png", DeskFileType.Png).ShouldBe(new string('x', 79) + ".png");
    }
}
