using System.Diagnostics;
using System.Globalization;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Testing;

namespace AnnualCycle.Server.Tests.SignIn;

/// <summary>
/// An organisation whose people sign in there: oidc-provider, an OpenID Connect server that was not made for us
/// (tests/identity).
/// </summary>
internal sealed class Organisation : IAsyncDisposable
{
    private readonly int _port = FreePort.Take();
    private Process? _process;

    public string Address => $"http://127.0.0.1:{_port}";

    /// <summary>What an administrator sets for it.</summary>
    /// <param name="domains">The domains of addresses that it answers for.</param>
    public ProviderOptions Options(string name, string domains) => new()
    {
        Name = name, Authority = new Uri(Address), ClientId = "annualcycle", Domains = domains,
        ClientSecret = "a secret for tests alone, of forty letters",
    };

    /// <summary>Opens it for people who come from a service and go back there.</summary>
    /// <param name="name">The organisation's name in the service's settings.</param>
    /// <param name="emailIn">Where it tells the address: in the token, or when it is asked (userinfo).</param>
    public async Task OpenAsync(Uri service, string name, string emailIn = "token")
    {
        var folder = Path.Combine(Repository.Root, "tests", "identity");
        _process = Process.Start(new ProcessStartInfo("node",
            ["provider.mjs", _port.ToString(CultureInfo.InvariantCulture), service.ToString().TrimEnd('/'), name, emailIn])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        while (await _process.StandardOutput.ReadLineAsync() is { } line && line != "open")
        {
            // It warns of the version of Node first.
        }

        Assert.False(_process.HasExited, "tests/identity/provider.mjs did not start");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }
}
