using System.Drawing;
using QRCoder;

namespace AnnualCycle.Server.Pages.Subscriptions;

/// <summary>An address that a telephone reads from a screen or a paper on the wall.</summary>
public static class QrCode
{
    /// <summary>As SVG, with the quiet zone of four modules that ISO/IEC 18004 asks for.</summary>
    public static string Svg(Uri address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(code);
        return drawing.GetGraphic(
            new Size(200, 200), "#1B2430", "#FFFFFF", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
