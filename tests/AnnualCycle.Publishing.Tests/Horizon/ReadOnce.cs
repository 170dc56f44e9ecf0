using System.Collections;

namespace AnnualCycle.Publishing.Tests.Horizon;

/// <summary>A list during whose first reading something else happens.</summary>
internal sealed class ReadOnce<T>(IReadOnlyList<T> list, Action meanwhile) : IReadOnlyList<T>
{
    private bool _isRead;

    public int Count => list.Count;

    public T this[int index] => list[index];

    public IEnumerator<T> GetEnumerator()
    {
        if (!_isRead)
        {
            _isRead = true;
            meanwhile();
        }

        return list.GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
