namespace AnnualCycle.Planning;

/// <summary>Says what stands in the way of a meeting.</summary>
public static class Obstacles
{
}
