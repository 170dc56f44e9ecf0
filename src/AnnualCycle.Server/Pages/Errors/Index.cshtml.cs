using System.Globalization;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AnnualCycle.Server.Pages.Errors;

/// <summary>What is said instead of a page that is not there, not theirs, or could not be made.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
[AllowedFor(Role.Public)]
public sealed class IndexModel : PageModel
{
    public string Heading { get; private set; } = "";

    public string Text { get; private set; } = "";

    public void OnGet() => Show();

    public void OnPost() => Show();

    // Read without binding: the form that was sent may be what went wrong.
    private void Show()
    {
        var failure = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        var code = (failure as BadHttpRequestException)?.StatusCode
            ?? (failure is not null && DatabaseTrouble.Of(failure) is not null ? StatusCodes.Status503ServiceUnavailable
            : int.TryParse(RouteData.Values["code"] as string, CultureInfo.InvariantCulture, out var said) ? said : 0);
        Response.StatusCode = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
        (Heading, Text) = Words(Response.StatusCode);
    }

    private static (string Heading, string Text) Words(int code) => code switch
    {
        StatusCodes.Status404NotFound or StatusCodes.Status410Gone => ("Sidan finns inte",
            "Adressen kan vara felskriven, eller så har gruppen bytt namn eller avslutats."),
        // The same whether the page is there or not.
        StatusCodes.Status403Forbidden => ("Sidan är inte din",
            "Du är inloggad, men din roll räcker inte hit. Hör av dig till processledaren eller administratören om du "
            + "borde se den."),
        StatusCodes.Status400BadRequest => ("Formuläret gick inte att ta emot",
            "Det kan ha varit öppet för länge. Gå tillbaka, ladda om sidan och försök igen. Inget är ändrat."),
        StatusCodes.Status413PayloadTooLarge => ("Filen är för stor",
            "En lista över personer får vara högst en megabyte. Inget är ändrat."),
        StatusCodes.Status429TooManyRequests => ("För många försök", "Vänta en minut och försök igen."),
        StatusCodes.Status503ServiceUnavailable => ("Strax tillbaka",
            "Årshjulet startar, eller så svarar databasen inte just nu. Försök igen om en liten stund. Inget är ändrat."),
        _ => ("Något gick fel", "Felet ligger hos oss. Försök igen om en stund."),
    };
}
