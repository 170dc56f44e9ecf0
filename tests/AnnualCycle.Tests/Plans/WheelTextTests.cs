using System.Globalization;
using System.Xml.Linq;
using AnnualCycle.Plans.Wheel;
using AnnualCycle.Testing;
using NodaTime;
using static AnnualCycle.Tests.Plans.WheelYears;

namespace AnnualCycle.Tests.Plans;

public sealed class WheelTextTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(30)]
    public void Text_is_dark_on_white_or_white_on_dark_and_never_below_seven_points(int groups)
    {
        foreach (var text in Draw(Crowded(groups)).Descendants(Svg + "text"))
        {
            var fill = (string)text.Attribute("fill")!;
            var ground = fill == "#FFFFFF" ? Ground(text) : "#FFFFFF";
            Assert.True(Contrast(fill, ground) >= 4.5, $"{text.Value}: {fill} on {ground}");
            var size = double.Parse((string)text.Attribute("font-size")!, CultureInfo.InvariantCulture);
            Assert.True(size >= 9.88, $"{text.Value}: {size} quarter millimetres");
        }
    }

    /// <summary>The shape just before a white text is what it stands on.</summary>
    private static string Ground(XElement text) => (string)text.ElementsBeforeSelf()
        .Last(element => element.Name.LocalName is "circle" or "rect" or "path").Attribute("fill")!;

    /// <summary>WCAG 2.2, contrast ratio.</summary>
    private static double Contrast(string one, string other)
    {
        var (dark, light) = (Math.Min(Luminance(one), Luminance(other)), Math.Max(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var part = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }

        return 0.2126 * Channel(1) + 0.7152 * Channel(3) + 0.0722 * Channel(5);
    }
}
