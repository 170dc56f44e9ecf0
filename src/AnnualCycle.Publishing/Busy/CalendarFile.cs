namespace AnnualCycle.Publishing.Busy;

/// <summary>A listed calendar that is a file.</summary>
public static class CalendarFile
{
    public static Fetched Read(ListedCalendar listed)
    {
        var file = Path.Combine(Path.GetDirectoryName(listed.List) ?? "", listed.Calendar.Source);
        try
        {
            return Fetched.Whole(File.ReadAllBytes(file), null);
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            return Fetched.Failed(away is FileNotFoundException or DirectoryNotFoundException
                ? "finns inte" : "går inte att läsa");
        }
    }
}
