using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Authorization;

namespace AnnualCycle.Server.SignIn;

/// <summary>
/// Says who a page is for. Where its address names a collaboration or a group, the role has to be held there. A page
/// without this answers nobody.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowedFor(Role role) : AuthorizeAttribute(role.ToString())
{
    public Role Role { get; } = role;
}

/// <summary>Somebody has to have a role, where the address leads.</summary>
internal sealed record RoleRequirement(Role Role) : IAuthorizationRequirement;

/// <summary>Holds whoever asks against what a page demands.</summary>
internal sealed class Doorkeeper : AuthorizationHandler<RoleRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleRequirement requirement)
    {
        if (context.Resource is HttpContext request && IsAllowed(request, requirement.Role))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    private static bool IsAllowed(HttpContext request, Role role)
    {
        var collaboration = request.GetRouteValue("collaboration") as string;
        var group = request.GetRouteValue("group") is string name ? $"{collaboration}/{name}" : null;
        return role == Role.Public || request.Viewer()?.Is(role, collaboration, group) == true;
    }
}
