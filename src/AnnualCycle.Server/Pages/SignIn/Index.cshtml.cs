using AnnualCycle.Publishing.Mail;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Server.SignIn.Letters;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace AnnualCycle.Server.Pages.SignIn;

/// <summary>Where people sign in: at their organisation, or with a link by mail.</summary>
[AllowedFor(Role.Public), EnableRateLimiting(SignInLimit.Policy)]
public sealed class IndexModel(SignInOptions options, SignInLetters letters) : PageModel
{
    public IReadOnlyDictionary<string, ProviderOptions> Providers => options.Providers;

    public bool HasLinks => options.Links;

    /// <summary>Why the last try did not work: <c>okand</c> or <c>organisation</c>; null for a first one.</summary>
    public string? Trouble { get; private set; }

    /// <summary>True when a link may be on its way; nobody is told whether it is.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>True when what was typed is no address at all.</summary>
    public bool IsMistyped { get; private set; }

    /// <summary>The page that the person was on the way to; null for none. Always one of ours.</summary>
    public string? Target { get; private set; }

    public void OnGet([FromQuery(Name = "till")] string? target, [FromQuery(Name = "fel")] string? trouble) =>
        (Target, Trouble) = (OwnAddress.Of(target), trouble);

    public void OnPost(string? email, [FromForm(Name = "till")] string? target)
    {
        Target = OwnAddress.Of(target);
        var address = email?.Trim().ToLowerInvariant() ?? "";
        IsMistyped = new Mailbox(address).Wire is null;
        if (HasLinks && !IsMistyped)
        {
            letters.Ask(new LinkWish(address, Target));
            IsAsked = true;
        }
    }
}
