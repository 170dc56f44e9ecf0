using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AnnualCycle.Testing.Graph;

/// <summary>
/// A tenant's Exchange and its Microsoft Graph, as far as an application that calls meetings meets them: it keeps
/// mailboxes, answers over HTTP on a port of its own, and remembers every mail that Exchange would have sent.
/// </summary>
public sealed class GraphFake : IAsyncDisposable
{
    private readonly GraphState _state;
    private readonly GraphThrottle _throttle;
    private readonly GraphOffice _office;
    private readonly WebApplication _server;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<GraphCall> _calls = [];
    private int _number;
    private int _moves;

    private GraphFake(TimeProvider clock, string address)
    {
        _state = new(clock);
        _throttle = new(_state);
        Tokens = new(_state);
        Schedules = new(_state);
        People = new(_state);
        _office = new(_state, Tokens, Schedules);
        _server = Server(address);
        _server.Run(HandleAsync);
    }

    /// <summary>Ends in a slash; /v1.0/ may follow or be left out.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Where tokens are asked for.</summary>
    public Uri TokenAddress => new(Address, $"{Tokens.Tenant}/oauth2/v2.0/token");

    public GraphSettings Settings => _state.Settings;
    public GraphTokens Tokens { get; }
    public GraphGate Gate { get; } = new();
    public GraphSchedules Schedules { get; }
    public OutlookPeople People { get; }
    public MailLedger Ledger => _state.Ledger;

    /// <summary>Every request so far, those for tokens too, in the order in which they came.</summary>
    public IReadOnlyList<GraphCall> Calls
    {
        get
        {
            lock (_calls)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>The most requests that were under way in one mailbox at the same time.</summary>
    public int MostAtOnce => _throttle.MostAtOnce;

    public IReadOnlyList<GraphMailbox> Mailboxes
    {
        get
        {
            lock (_state.Sync)
            {
                return [.. _state.Mailboxes.Values.OrderBy(mailbox => mailbox.Address, StringComparer.Ordinal)];
            }
        }
    }

    /// <param name="address">Where to listen; by default a free port.</param>
    public static async Task<GraphFake> StartAsync(TimeProvider clock, string address = "http://127.0.0.1:0")
    {
        var fake = new GraphFake(clock, address);
        await fake._server.StartAsync();
        fake.Address = new(fake._server.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/");
        return fake;
    }

    /// <summary>A mailbox within the application's scope; the same again when it is there.</summary>
    public GraphMailbox Mailbox(string address, string? name = null)
    {
        lock (_state.Sync)
        {
            return _state.Mailboxes.TryGetValue(address, out var known) ? known
                : _state.Mailboxes[address] = new(address.ToLowerInvariant(), name ?? address, _state.Sync);
        }
    }

    /// <summary>A mailbox that exists and is outside the scope: 403 ErrorAccessDenied.</summary>
    public void Refusing(string address)
    {
        lock (_state.Sync)
        {
            _state.Refusing.Add(address);
        }
    }

    /// <summary>Every item moves, as to an archive: ids that were not asked for as immutable ones end.</summary>
    public void MoveItems()
    {
        lock (_state.Sync)
        {
            _moves++;
            foreach (var mailbox in _state.Mailboxes.Values)
            {
                mailbox.MoveItems(_moves);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _server.StopAsync();
        await _server.DisposeAsync();
        _stop.Dispose();
    }

    private static WebApplication Server(string address)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(address);
        return builder.Build();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var began = _state.Clock.GetTimestamp();
        var call = await GraphCall.ReadAsync(
            context.Request, isGraph => isGraph ? Interlocked.Increment(ref _number) : 0, _state.Now);
        lock (_calls)
        {
            _calls.Add(call);
        }

        var answer = await ActAsync(call);
        call.Took = Duration.FromTimeSpan(_state.Clock.GetElapsedTime(began));
        call.Fault?.Meanwhile?.Invoke();
        await EndAsync(context, call, call.Fault, answer);
    }

    // It is over before the client has its answer: the next request may come at once.
    private async Task<GraphAnswer?> ActAsync(GraphCall call)
    {
        var refusal = _throttle.Enter(call);
        try
        {
            await (Settings.Pause?.Invoke(call) ?? Task.CompletedTask);
            var fault = call.Fault = Gate.Take(call);
            if (fault is { Acts: false })
            {
                return null;
            }

            var answer = refusal ?? _office.Answer(call);
            call.Acted = true;
            return answer;
        }
        finally
        {
            _throttle.Leave(call);
        }
    }

    private Task EndAsync(
        HttpContext context, GraphCall call, GraphFault? fault, GraphAnswer? answer) => fault?.Ending switch
    {
        FaultEnding.Drop => Dropped(context),
        FaultEnding.Silence => GraphWire.KeepSilentAsync(context, _stop.Token),
        FaultEnding.Truncate => GraphWire.TruncateAsync(context, Noted(call, answer!)),
        FaultEnding.HalfJson => GraphWire.HalveAsync(context, Noted(call, answer!)),
        FaultEnding.Html => GraphWire.WriteAsync(context, Noted(call, GraphWire.Html(502))),
        FaultEnding.HtmlSuccess => GraphWire.WriteAsync(
            context, Noted(call, GraphWire.Html(answer!.Status == 204 ? 200 : answer.Status))),
        FaultEnding.Unauthorized or FaultEnding.Claims or FaultEnding.Status =>
            GraphWire.WriteAsync(context, Noted(call, _office.Fault(call, fault))),
        _ => GraphWire.WriteAsync(context, Noted(call, answer!)),
    };

    private GraphAnswer Noted(GraphCall call, GraphAnswer answer)
    {
        call.Status = answer.Status;
        _throttle.Heed(call, answer);
        return answer;
    }

    private static Task Dropped(HttpContext context)
    {
        GraphWire.Drop(context);
        return Task.CompletedTask;
    }
}
