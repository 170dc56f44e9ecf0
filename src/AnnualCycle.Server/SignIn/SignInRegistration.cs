using AnnualCycle.Server.Configuration;
using AnnualCycle.Server.Service;
using AnnualCycle.Server.SignIn.Keys;
using AnnualCycle.Server.SignIn.Letters;
using AnnualCycle.Server.SignIn.Providers;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace AnnualCycle.Server.SignIn;

/// <summary>The ways to sign in, as the host takes them in.</summary>
public static class SignInRegistration
{
    public static IServiceCollection AddSignIn(this IServiceCollection services, Installation installation)
    {
        var (options, database) = (installation.Options.SignIn, installation.Database);
        services.AddSingleton(options).AddSingleton(installation.Key).AddSingleton(new Sessions(database))
            .AddSingleton(new OneTimeLinks(database)).AddSingleton(new PersonChoices(database))
            .AddSingleton<ViewerReader>().AddScoped<SessionCookie>().AddSingleton<WayIn>()
            .AddSingleton(provider => new SessionKeeper(provider.GetRequiredService<Sessions>(),
                provider.GetRequiredService<TimeProvider>(), Duration.FromDays(options.SessionDays)));
        services.AddSingleton<SignInLetters>()
            .AddHostedService(provider => provider.GetRequiredService<SignInLetters>());
        services.AddKeys(installation);
        services.AddCookies(installation.Options);
        services.AddProviders(options);
        return services;
    }

    private static void AddKeys(this IServiceCollection services, Installation installation)
    {
        services.AddDataProtection().SetApplicationName("annualcycle");
        services.AddSingleton<KeyCipher>();
        services.AddOptions<KeyManagementOptions>().Configure<KeyCipher>((keys, cipher) =>
        {
            keys.XmlRepository = new KeyRing(new ProtectionKeys(installation.Database));
            keys.XmlEncryptor = cipher;
        });
    }

    private static void AddCookies(this IServiceCollection services, ServiceOptions options)
    {
        var isSecure = options.PublicAddress?.Scheme == Uri.UriSchemeHttps;
        services.Configure<CookieAuthenticationOptions>(SessionCookie.Scheme, cookie =>
        {
            cookie.EventsType = typeof(SessionCookie);
            (cookie.ExpireTimeSpan, cookie.SlidingExpiration) = (TimeSpan.FromDays(options.SignIn.SessionDays), false);
            Harden(cookie.Cookie, "annualcycle", isSecure);
            // A link in a mail leads here from elsewhere, and the person is to be known then.
            cookie.Cookie.SameSite = SameSiteMode.Lax;
        });
        services.Configure<AntiforgeryOptions>(forms => Harden(forms.Cookie, "annualcycle-form", isSecure));
        services.Configure<CookieTempDataProviderOptions>(said => Harden(said.Cookie, "annualcycle-said", isSecure));
    }

    // RFC 6265bis section 4.1.3.2: with this name no neighbouring host can set the cookie in our place.
    private static void Harden(CookieBuilder cookie, string name, bool isSecure)
    {
        cookie.Name = isSecure ? $"__Host-{name}" : name;
        cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        (cookie.HttpOnly, cookie.Path) = (true, "/");
    }

    private static void AddProviders(this IServiceCollection services, SignInOptions options)
    {
        var authentication = new AuthenticationBuilder(services);
        foreach (var (name, provider) in options.Providers)
        {
            authentication.AddOAuth<ProviderSignInOptions, ProviderSignIn>(name, provider.Name, own =>
            {
                own.Use(provider);
                own.CallbackPath = $"/signin-oidc/{name}";
                own.CorrelationCookie.SameSite = SameSiteMode.Lax;
                own.Events.OnTicketReceived = arrived => Of(arrived.HttpContext).ArrivedAsync(arrived);
                own.Events.OnRemoteFailure = failed => Of(failed.HttpContext).FailedAsync(failed);
            });
        }
    }

    private static WayIn Of(HttpContext context) => context.RequestServices.GetRequiredService<WayIn>();
}
