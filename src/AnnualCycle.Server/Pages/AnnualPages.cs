using System.Text.Encodings.Web;
using System.Text.Unicode;
using AnnualCycle.Plans.Wheel;
using AnnualCycle.Server.Pages.Subscriptions;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Server.Years;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.WebEncoders;

namespace AnnualCycle.Server.Pages;

/// <summary>The pages of the service, as the host takes them in.</summary>
public static class AnnualPages
{
    /// <summary>
    /// Wants a <see cref="TimeProvider"/>; a <see cref="PublicAddress"/> added beforehand wins over the empty one.
    /// </summary>
    public static IServiceCollection AddAnnualPages(this IServiceCollection services)
    {
        services.TryAddSingleton<YearsInForce>();
        services.AddHttpContextAccessor();
        services.TryAddSingleton<ShownYears>();
        services.TryAddSingleton(new PublicAddress(null));
        services.AddSingleton(StyleSheet.Find());
        services.Configure<WebEncoderOptions>(options =>
            options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RouteOptions>(options => options.SetParameterPolicy<IdConstraint>(IdConstraint.Name));
        services.Configure<RazorViewEngineOptions>(options =>
            options.PageViewLocationFormats.Insert(0, "/Pages/Parts/{0}" + RazorViewEngine.ViewExtension));
        services.AddRazorPages(pages => pages.Conventions.ConfigureFilter(new OnlyWhatIsThere()))
            .ConfigureApplicationPartManager(AddPages);
        services.AddAuthentication(SessionCookie.Scheme).AddCookie(SessionCookie.Scheme);
        services.AddSingleton<IAuthorizationHandler, Doorkeeper>();
        services.AddAuthorization(AddRoles);
        services.AddRateLimiter(SignInLimit.Add);
        return services;
    }

    // A page that says nothing of who it is for is for nobody.
    private static void AddRoles(AuthorizationOptions options)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            options.AddPolicy(role.ToString(), policy => policy.AddRequirements(new RoleRequirement(role)));
        }

        options.DefaultPolicy = options.FallbackPolicy =
            new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
    }

    /// <summary>Headers, the files of wwwroot, all pages, the wheels, and what is said when there is no page.</summary>
    public static void MapAnnualPages(this WebApplication app)
    {
        app.UseMiddleware<PageHeaders>();
        app.UseExceptionHandler("/fel/500");
        app.UseStatusCodePagesWithReExecute("/fel/{0}");
        app.Use(LeaveProgramsAlone);
        app.UseMiddleware<NotOpenYet>();
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(StyleSheet.Folder),
            OnPrepareResponse = StyleSheet.Keep,
        });
        app.UseRouting().UseAuthentication().UseRateLimiter().UseAuthorization();
        app.MapRazorPages();
        var open = app.MapGroup("").WithMetadata(new AllowedFor(Role.Public));
        open.MapGet("/arshjul/{year:int}.svg", (ShownYears years, int year) => Wheel(years, year, null));
        open.MapGet("/arshjul/{year:int}/{collaboration}.svg", Wheel);
        open.MapFallback("{*path}", () => Results.NotFound());
    }

    // What asks for a calendar or for JSON and nothing else has no use for a page that says it is missing.
    private static Task LeaveProgramsAlone(HttpContext context, RequestDelegate next)
    {
        var accepted = context.Request.Headers.Accept.ToString();
        if (accepted.Length > 0 && !accepted.Contains("text/html") && !accepted.Contains("*/*"))
        {
            context.Features.GetRequiredFeature<IStatusCodePagesFeature>().Enabled = false;
        }

        return next(context);
    }

    /// <summary>The wheel with its list on an A3 page, to be printed or looked at in full size.</summary>
    private static IResult Wheel(ShownYears years, int year, string? collaboration)
    {
        var found = years.All.FirstOrDefault(other => other.Year == year);
        var one = collaboration is null ? null : found?.Collaboration(collaboration);
        return found is null || (collaboration is not null && one is null)
            ? Results.NotFound()
            : Results.Text(found.Wheel(one, WheelSize.Page, years.Now.Date), "image/svg+xml; charset=utf-8");
    }

    // The program that runs is not always the one that the pages are compiled into: tests start them, too.
    private static void AddPages(ApplicationPartManager parts)
    {
        var pages = typeof(AnnualPages).Assembly;
        if (parts.ApplicationParts.OfType<CompiledRazorAssemblyPart>().All(part => part.Assembly != pages))
        {
            parts.ApplicationParts.Add(new AssemblyPart(pages));
            parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(pages));
        }
    }
}
