namespace AnnualCycle.Testing.Graph;

/// <summary>Stands before Graph and decides which request meets which fault.</summary>
public sealed class GraphGate
{
    private readonly Lock _sync = new();
    private readonly List<Order> _orders = [];
    private int _from;
    private int _last;

    /// <summary>Requests to Graph (not for tokens) since <see cref="CountFromHere"/>.</summary>
    public int Count
    {
        get
        {
            lock (_sync)
            {
                return _last - _from;
            }
        }
    }

    /// <summary>The next request to Graph is number 1 for <see cref="At"/>.</summary>
    public void CountFromHere()
    {
        lock (_sync)
        {
            _from = _last;
        }
    }

    /// <summary>The so many-th request to Graph from now on, counted from 1, meets the fault; once.</summary>
    public void At(int number, GraphFault fault) =>
        Add(new(call => call.Number - _from == number, fault, Skip: 0, Once: true));

    /// <summary>The next request that is meant meets the fault, after so many others that are; once.</summary>
    public void Next(Func<GraphCall, bool> which, GraphFault fault, int skip = 0) =>
        Add(new(which, fault, skip, Once: true));

    /// <summary>Every request that is meant meets the fault.</summary>
    public void Always(Func<GraphCall, bool> which, GraphFault fault) => Add(new(which, fault, Skip: 0, Once: false));

    /// <summary>No more faults.</summary>
    public void Open()
    {
        lock (_sync)
        {
            _orders.Clear();
        }
    }

    internal GraphFault? Take(GraphCall call)
    {
        lock (_sync)
        {
            _last = Math.Max(_last, call.Number);
            foreach (var order in _orders.Where(order => order.Which(call)).ToList())
            {
                if (order.Skip > 0)
                {
                    _orders[_orders.IndexOf(order)] = order with { Skip = order.Skip - 1 };
                    continue;
                }

                if (order.Once)
                {
                    _orders.Remove(order);
                }

                return order.Fault;
            }

            return null;
        }
    }

    private void Add(Order order)
    {
        lock (_sync)
        {
            _orders.Add(order);
        }
    }

    private sealed record Order(Func<GraphCall, bool> Which, GraphFault Fault, int Skip, bool Once);
}
