using System.Globalization;

namespace AnnualCycle.Plans;

/// <summary>Ids of meetings and of the work around them: <c>{rule}/{year}-{ordinal}</c>.</summary>
internal static class MeetingIds
{
    public static string Of(string rule, int year, int ordinal) => $"{rule}/{year}-{ordinal}";

    /// <summary>The rule and the ordinal; ordinal 0 for an id of another form.</summary>
    public static (string Rule, int Ordinal) Parts(string id)
    {
        var (slash, dash) = (id.LastIndexOf('/'), id.LastIndexOf('-'));
        return dash > slash && slash >= 0
            && int.TryParse(id[(dash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
            ? (id[..slash], ordinal)
            : (id, 0);
    }
}
