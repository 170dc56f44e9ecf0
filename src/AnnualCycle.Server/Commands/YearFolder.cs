using System.Text;
using AnnualCycle.Plans;
using AnnualCycle.Plans.Wheel;
using AnnualCycle.Publishing.Feeds;

namespace AnnualCycle.Server.Commands;

/// <summary>
/// The folder that <c>plan --out</c> fills: a calendar and a wheel for each collaboration, a calendar for each group,
/// the table.
/// </summary>
internal sealed class YearFolder(string folder, Plan plan, PlanFeeds feeds, PlanWheel wheel)
{
    /// <summary>Files as the feeds' addresses name them: <c>simba.ics</c>, <c>simba/ledningsgrupp.ics</c>.</summary>
    public void Write()
    {
        Save("plan.json", PlanJson.Write(plan));
        Save("plan.csv", Encoding.UTF8.GetBytes(PlanCsv.Write(plan)));
        Save("plan.txt", Encoding.UTF8.GetBytes(PlanTable.Write(plan)));
        Save("arshjul.svg", Encoding.UTF8.GetBytes(AnnualWheel.Draw(wheel.Network())));
        foreach (var collaboration in plan.Collaborations)
        {
            Save($"{collaboration.Id}.ics", feeds.Collaboration(collaboration));
            Save($"{collaboration.Id}.svg",
                Encoding.UTF8.GetBytes(AnnualWheel.Draw(wheel.Collaboration(collaboration))));
        }

        foreach (var group in plan.Groups.Where(group => group.HasFeed))
        {
            Save($"{group.Id}.ics", feeds.Group(group));
        }
    }

    private void Save(string name, byte[] content)
    {
        var file = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }
}
