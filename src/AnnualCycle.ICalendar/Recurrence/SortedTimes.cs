namespace AnnualCycle.ICalendar;

/// <summary>Puts rows of times that are in order together, lazily and still in order.</summary>
internal static class SortedTimes
{
    /// <summary>Each time of either row, once.</summary>
    internal static IEnumerable<DateTime> Union(IEnumerable<DateTime> first, IEnumerable<DateTime> second)
    {
        using var a = first.GetEnumerator();
        using var b = second.GetEnumerator();
        var (moreA, moreB) = (a.MoveNext(), b.MoveNext());
        while (moreA || moreB)
        {
            var next = !moreB || moreA && a.Current <= b.Current ? a.Current : b.Current;
            yield return next;
            while (moreA && a.Current <= next)
                moreA = a.MoveNext();
            while (moreB && b.Current <= next)
                moreB = b.MoveNext();
        }
    }

    /// <summary>The times of the first row that are not in the second.</summary>
    internal static IEnumerable<DateTime> Except(IEnumerable<DateTime> first, IEnumerable<DateTime> second)
    {
        using var b = second.GetEnumerator();
        var more = b.MoveNext();
        foreach (var time in first)
        {
            while (more && b.Current < time)
                more = b.MoveNext();
            if (!more || b.Current != time)
                yield return time;
        }
    }
}
