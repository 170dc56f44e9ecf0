// Over 120 lines because a token's whole life is here: asking, proving, expiring, being revoked.
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace AnnualCycle.Testing.Graph;

/// <summary>What the token endpoint answers to everybody.</summary>
public enum TokenTrouble
{
    None,

    /// <summary>401 invalid_client.</summary>
    Refuse,

    /// <summary>503 with an HTML page.</summary>
    Unavailable,
}

/// <summary>A request for a token: what was in its form, and whether one was given.</summary>
public sealed record TokenRequest(Instant At, IReadOnlyDictionary<string, string> Form, int Status);

/// <summary>Who may speak to Graph: the token endpoint of the tenant, and the tokens that it has given.</summary>
public sealed class GraphTokens
{
    private readonly GraphState _state;
    private readonly Dictionary<string, (Instant Expires, string? Claims)> _valid = new(StringComparer.Ordinal);
    private readonly List<TokenRequest> _requests = [];
    private string? _claims;
    private int _issued;

    internal GraphTokens(GraphState state) => _state = state;

    public string Tenant { get; set; } = "11111111-2222-4333-8444-555555555555";
    public string ClientId { get; set; } = "66666666-7777-4888-8999-000000000000";
    public string Secret { get; set; } = "hemlighet";

    /// <summary>What client_assertion is to be signed with; without it assertions are refused.</summary>
    public System.Security.Cryptography.X509Certificates.X509Certificate2? Certificate { get; set; }

    /// <summary>What clients call the endpoint's server where something in between rewrites it.</summary>
    public Uri? Authority { get; set; }

    /// <summary>False for clients that take the time from another clock than this Graph's.</summary>
    public bool ChecksAssertionTime { get; set; } = true;

    public Duration Lifetime { get; set; } = Duration.FromSeconds(3599);

    /// <summary>False lets everybody in: for clients that bring no token.</summary>
    public bool Required { get; set; } = true;

    public TokenTrouble Trouble { get; set; }

    /// <summary>Every request for a token so far.</summary>
    public IReadOnlyList<TokenRequest> Requests
    {
        get
        {
            lock (_state.Sync)
            {
                return [.. _requests];
            }
        }
    }

    public int Issued
    {
        get
        {
            lock (_state.Sync)
            {
                return _issued;
            }
        }
    }

    /// <summary>A valid token for whoever does not want to ask for one.</summary>
    public string Issue()
    {
        lock (_state.Sync)
        {
            return Give(_claims);
        }
    }

    /// <summary>No token given so far is valid any longer.</summary>
    public void RevokeAll()
    {
        lock (_state.Sync)
        {
            _valid.Clear();
        }
    }

    /// <summary>Refuses every token until one comes that was asked for with these claims.</summary>
    public void DemandClaims(string claims = """{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}""")
    {
        lock (_state.Sync)
        {
            _claims = claims;
        }
    }

    /// <returns>401, or null when the request brings a valid token.</returns>
    internal GraphAnswer? Refusal(GraphCall call)
    {
        if (!Required)
        {
            return null;
        }

        lock (_state.Sync)
        {
            var (header, scheme) = (call.Header("Authorization") ?? "", "Bearer ");
            var token = header.StartsWith(scheme, StringComparison.Ordinal) ? header[scheme.Length..] : "";
            return !_valid.TryGetValue(token, out var known) || call.At >= known.Expires ? Unauthorized(call)
                : !Holds(known.Claims, _claims) ? Challenge(call)
                : null;
        }
    }

    internal static GraphAnswer Unauthorized(GraphCall call) =>
        GraphAnswer.Error(401, "InvalidAuthenticationToken", "Access token has expired or is not yet valid.", call)
            .With("WWW-Authenticate", $"{Scheme(call)}, error=\"invalid_token\"");

    internal GraphAnswer Challenge(GraphCall call) =>
        GraphAnswer.Error(401, "InvalidAuthenticationToken", "Continuous access evaluation: challenge.", call)
            .With("WWW-Authenticate",
                $"{Scheme(call)}, error=\"insufficient_claims\", claims=\"{Encoded(_claims ?? "{}")}\"");

    internal GraphAnswer Answer(GraphCall call)
    {
        var form = QueryHelpers.ParseQuery(call.Body)
            .ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        lock (_state.Sync)
        {
            var answer = Trouble switch
            {
                TokenTrouble.Unavailable => new(503, "<html><body>Service unavailable</body></html>", "text/html"),
                TokenTrouble.Refuse => Invalid(401, "invalid_client", "AADSTS7000215: Invalid client secret provided."),
                _ => Mistake(call, form) ?? Given(form),
            };
            _requests.Add(new(call.At, form, answer.Status));
            return answer;
        }
    }

    private GraphAnswer Given(Dictionary<string, string> form)
    {
        var seconds = (long)Lifetime.TotalSeconds;
        return GraphAnswer.Json(200, new JsonObject
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = seconds,
            ["ext_expires_in"] = seconds,
            ["access_token"] = Give(form.GetValueOrDefault("claims")),
        });
    }

    private GraphAnswer? Mistake(GraphCall call, Dictionary<string, string> form)
    {
        string Field(string name) => form.GetValueOrDefault(name, "");
        return !call.Path.StartsWith($"/{Tenant}/", StringComparison.OrdinalIgnoreCase)
                ? Invalid(400, "invalid_request", "AADSTS90002: Tenant not found.")
            : Field("grant_type") != "client_credentials"
                ? Invalid(400, "unsupported_grant_type", "AADSTS70003: The app requested an unsupported grant type.")
            : !ExchangeEvent.Same(Field("client_id"), ClientId)
                ? Invalid(400, "unauthorized_client", "AADSTS700016: Application was not found in the directory.")
            : !Field("scope").EndsWith("/.default", StringComparison.Ordinal)
                ? Invalid(400, "invalid_scope", "AADSTS1002012: The provided value for scope is not valid.")
            : form.ContainsKey("client_assertion") ? ClientAssertion.Mistake(call, form, this) is { } why
                ? Invalid(401, "invalid_client", why) : null
            : Field("client_secret") != Secret
                ? Invalid(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.")
            : null;
    }

    private static GraphAnswer Invalid(int status, string error, string description)
    {
        var code = string.Concat(description.SkipWhile(sign => !char.IsDigit(sign)).TakeWhile(char.IsDigit));
        return GraphAnswer.Json(status, new JsonObject
        {
            ["error"] = error,
            ["error_description"] = description,
            ["error_codes"] = new JsonArray(int.Parse(code, CultureInfo.InvariantCulture)),
        });
    }

    private string Give(string? claims)
    {
        var token = string.Create(CultureInfo.InvariantCulture, $"eyJ0eXAiOiJKV1QifQ.token-{++_issued}.x");
        _valid[token] = (_state.Now + Lifetime, claims);
        return token;
    }

    // A client adds what it can do itself to what was demanded.
    private static bool Holds(string? given, string? demanded) => demanded is null
        || (given is not null && Holds(JsonNode.Parse(given), JsonNode.Parse(demanded)));

    private static bool Holds(JsonNode? given, JsonNode? demanded) =>
        (given, demanded) is (JsonObject all, JsonObject some)
        ? some.All(member => all.TryGetPropertyValue(member.Key, out var value) && Holds(value, member.Value))
        : JsonNode.DeepEquals(given, demanded);

    private static string Scheme(GraphCall call) =>
        $"Bearer realm=\"\", authorization_uri=\"{call.Root}common/oauth2/authorize\", "
        + "client_id=\"00000003-0000-0000-c000-000000000000\"";

    private static string Encoded(string claims) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(claims));
}
