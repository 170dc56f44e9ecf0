using AnnualCycle.Storage.Plans;

namespace AnnualCycle.Storage.Outlook;

/// <summary>What a person has made of an entry in Outlook that is otherwise than we told it.</summary>
/// <param name="Found">The entry as it is now; null when it is deleted or called off there.</param>
public sealed record OutlookDrift(OutlookEvent? Found)
{
    public string Written => PlanText.Write(this);

    public static OutlookDrift Read(string written) => PlanText.Read<OutlookDrift>(written);
}
