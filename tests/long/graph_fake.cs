#:project ../AnnualCycle.Testing/AnnualCycle.Testing.csproj
#:property PublishAot=false
#:property NuGetLockFilePath=graph_fake.lock.json

using AnnualCycle.Testing.Graph;
using NodaTime;

// The Graph of the tests in a process of its own: ADDRESS [DUPLICATES]. Ends when its standard input does.
#pragma warning disable RS0030 // Whoever speaks to it lives in real time.
await using var graph = await GraphFake.StartAsync(TimeProvider.System, args[0]);
#pragma warning restore RS0030
graph.Tokens.Required = false;
if (args.Length > 1)
{
    graph.Settings.Duplicates = Enum.Parse<DuplicateAnswer>(args[1]);
}

graph.Mailbox("moten@kommun.example", "Möten");
graph.Mailbox("trott@kommun.example", "Den som fel drabbar");
graph.Mailbox("utan@kommun.example", "Utan licens").HasTeams = false;
graph.Refusing("chef@kommun.example");
var morning = Instant.FromUtc(2026, 9, 1, 7, 0);
graph.Schedules.Set("ledamot@region.example",
    new BusyItem(morning, morning + Duration.FromHours(1), "oof", "Semester"),
    new BusyItem(morning + Duration.FromHours(3), morning + Duration.FromHours(4), IsPrivate: true));
graph.Schedules.Refuse("sluten@region.example");

// A request asks for its own fault, by name.
foreach (var fault in GraphFault.All(Duration.FromSeconds(1)))
{
    graph.Gate.Always(call => call.Header("X-Fault") == fault.Name, fault);
}

Console.WriteLine(graph.Address);
while (await Console.In.ReadLineAsync() is not null)
{
    // Only its end matters.
}
