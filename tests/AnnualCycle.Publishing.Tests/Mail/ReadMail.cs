using System.Diagnostics;
using System.Text.Json;

namespace AnnualCycle.Publishing.Tests.Mail;

/// <summary>A mail as Python's email package reads it, which this project did not write.</summary>
internal sealed record ReadMail(
    IReadOnlyList<string[]> Headers, IReadOnlyList<string> Types, IReadOnlyList<string> Contents,
    IReadOnlyList<string> Defects)
{
    private const string Reader = """
        import email, email.policy, json, sys
        mails = []
        for line in sys.stdin:
            m = email.message_from_bytes(bytes.fromhex(line.strip()), policy=email.policy.default)
            leaves = [p for p in m.walk() if not p.is_multipart()]
            of_headers = lambda p: [d for h in p.values() for d in getattr(h, "defects", [])]
            defects = [str(d) for p in m.walk() for d in [*p.defects, *of_headers(p)]]
            method = lambda p: ";method=" + p.get_param("method") if p.get_param("method") else ""
            mails.append(dict(
                headers=[[k, str(v)] for k, v in m.items()],
                types=[p.get_content_type() + method(p) for p in m.walk()],
                contents=[p.get_payload(decode=True).decode("utf-8") for p in leaves],
                defects=defects))
        print(json.dumps(mails))
        """;

    public string this[string header] => Headers.Single(own => own[0] == header)[1];

    public static ReadMail Of(byte[] content) => Assert.Single(All([content]));

    public static IReadOnlyList<ReadMail> All(IEnumerable<byte[]> contents)
    {
        using var python = Process.Start(new ProcessStartInfo("python3", ["-c", Reader])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        foreach (var content in contents)
        {
            python.StandardInput.WriteLine(Convert.ToHexString(content));
        }

        python.StandardInput.Close();
        var output = python.StandardOutput.ReadToEnd();
        return JsonSerializer.Deserialize<List<ReadMail>>(output, JsonSerializerOptions.Web)!;
    }
}
