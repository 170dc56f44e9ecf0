using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace AnnualCycle.Server.SignIn;

/// <summary>
/// How often one place on the net may try to sign in or ask for links. A whole region may stand behind one address, so
/// it is wide; what one person is sent is counted for themselves (<see cref="Storage.Access.OneTimeLinks"/>).
/// </summary>
internal static class SignInLimit
{
    /// <summary>For pages that take something from somebody who is not signed in.</summary>
    public const string Policy = "sign-in";

    /// <summary>
    /// For pages whose address holds a secret: each secret for itself, as a whole region answers a mail within
    /// the hour.
    /// </summary>
    public const string Links = "links";

    private const int AtOnce = 60, AtOnceByLink = 20;
    private static readonly TimeSpan Refill = TimeSpan.FromSeconds(10);

    public static void Add(RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        limits.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetTokenBucketLimiter(PlaceOf(context.Connection.RemoteIpAddress), _ => Bucket(AtOnce))
            : RateLimitPartition.GetNoLimiter("reading"));
        limits.AddPolicy(Links, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetTokenBucketLimiter(
                $"{context.Request.RouteValues["token"]}", _ => Bucket(AtOnceByLink))
            : RateLimitPartition.GetNoLimiter("reading"));
    }

    /// <summary>One network of a home or an office: an IPv4 address, or the 64 bits that an IPv6 one begins with.</summary>
    public static string PlaceOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    private static TokenBucketRateLimiterOptions Bucket(int atOnce) => new()
    {
        TokenLimit = atOnce, TokensPerPeriod = 2, ReplenishmentPeriod = Refill, QueueLimit = 0,
    };
}
