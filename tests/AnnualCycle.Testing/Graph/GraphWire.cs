using System.Text;
using Microsoft.AspNetCore.Http;

namespace AnnualCycle.Testing.Graph;

/// <summary>Writes an answer to a client, whole or as a fault wants it.</summary>
internal static class GraphWire
{
    private const string Page = "<html><head><title>Gateway</title></head><body><h1>Något gick fel</h1></body></html>";

    public static Task WriteAsync(HttpContext context, GraphAnswer answer) =>
        WriteAsync(context, answer, Encoding.UTF8.GetBytes(answer.Body ?? ""));

    public static GraphAnswer Html(int status) => new(status, Page, "text/html");

    public static void Drop(HttpContext context) => context.Abort();

    /// <summary>
    /// Half of the body comes; the length says that there is more. Kestrel closes the connection behind it; closing it
    /// here could overtake the half.
    /// </summary>
    public static async Task TruncateAsync(HttpContext context, GraphAnswer answer)
    {
        var body = Encoding.UTF8.GetBytes(answer.Body ?? "");
        Head(context, answer, body.Length);
        if (body.Length > 0)
        {
            await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
            await context.Response.Body.FlushAsync();
        }
    }

    /// <summary>Half of the body comes, and the length says that this is all.</summary>
    public static Task HalveAsync(HttpContext context, GraphAnswer answer)
    {
        var body = Encoding.UTF8.GetBytes(answer.Body ?? "");
        return WriteAsync(context, answer, body[..(body.Length / 2)]);
    }

    public static async Task KeepSilentAsync(HttpContext context, CancellationToken stop)
    {
        var over = new TaskCompletionSource();
        using var first = context.RequestAborted.Register(() => over.TrySetResult());
        using var second = stop.Register(() => over.TrySetResult());
        await over.Task;
        context.Abort();
    }

    private static async Task WriteAsync(HttpContext context, GraphAnswer answer, byte[] body)
    {
        Head(context, answer, body.Length);
        await context.Response.Body.WriteAsync(body);
    }

    // A body without bytes has no type: 202 and 204 come bare.
    private static void Head(HttpContext context, GraphAnswer answer, int length)
    {
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (answer.Status != 204)
        {
            context.Response.ContentLength = length;
        }

        if (length > 0)
        {
            context.Response.ContentType = answer.ContentType == "application/json"
                ? "application/json;odata.metadata=minimal;odata.streaming=true;charset=utf-8" : answer.ContentType;
        }
    }
}
