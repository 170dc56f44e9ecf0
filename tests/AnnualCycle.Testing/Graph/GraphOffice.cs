namespace AnnualCycle.Testing.Graph;

/// <summary>Does what a request asks, one at a time.</summary>
internal sealed class GraphOffice(GraphState state, GraphTokens tokens, GraphSchedules schedules)
{
    private readonly EventWrites _writes = new(state);
    private readonly EventReads _reads = new(state);
    private readonly SendMailAction _mail = new(state);

    public GraphAnswer Answer(GraphCall call)
    {
        if (call.Operation == GraphOperation.Token)
        {
            return tokens.Answer(call);
        }

        if (tokens.Refusal(call) is { } refusal)
        {
            return refusal;
        }

        try
        {
            lock (state.Sync)
            {
                return Act(call);
            }
        }
        catch (GraphRefusal refused)
        {
            return refused.Answer;
        }
        catch (Exception mistake) when (mistake is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // JSON of another shape than Graph's.
            return GraphAnswer.Error(400, "RequestBodyRead", mistake.Message, call);
        }
    }

    /// <summary>The answer of a fault that answers something of its own.</summary>
    public GraphAnswer Fault(GraphCall call, GraphFault fault)
    {
        switch (fault.Ending)
        {
            case FaultEnding.Unauthorized:
                tokens.RevokeAll();
                return GraphTokens.Unauthorized(call);
            case FaultEnding.Claims:
                tokens.DemandClaims();
                return tokens.Challenge(call);
            default:
                return fault.Status == 429
                    ? GraphAnswer.TooMany(call, fault.RetryAfter ?? state.Settings.RetryAfter)
                    : GraphAnswer.Error(fault.Status, Code(fault.Status), "The service says so.", call)
                        .After(fault.RetryAfter);
        }
    }

    private GraphAnswer Act(GraphCall call) => call.Operation switch
    {
        GraphOperation.Create => _writes.Create(call),
        GraphOperation.Update => _writes.Update(call),
        GraphOperation.Cancel => _writes.Cancel(call),
        GraphOperation.Delete => _writes.Delete(call),
        GraphOperation.Get => _reads.Get(call),
        GraphOperation.Find => _reads.Find(call),
        GraphOperation.CalendarView => _reads.CalendarView(call),
        GraphOperation.Calendar => _reads.Calendar(call),
        GraphOperation.Schedule => schedules.Answer(call),
        GraphOperation.SendMail => _mail.Answer(call),
        _ => GraphAnswer.Error(400, "BadRequest", $"Resource not found for the segment in {call.Path}.", call),
    };

    private static string Code(int status) => status switch
    {
        500 => "ErrorInternalServerError", 503 => "ServiceUnavailable", 504 => "GatewayTimeout", _ => "UnknownError",
    };
}
