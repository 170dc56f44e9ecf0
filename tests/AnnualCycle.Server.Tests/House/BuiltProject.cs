using System.Reflection;
using AnnualCycle.Testing;

namespace AnnualCycle.Server.Tests.House;

/// <summary>The service's own assemblies as they were built: the server brings every one of them.</summary>
internal static class BuiltProject
{
    public static TheoryData<string> Names() =>
        new(Directory.EnumerateFiles(AppContext.BaseDirectory, "AnnualCycle*.dll")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(DependencyLine.Knows).Order(StringComparer.Ordinal));

    public static IEnumerable<string> References(string name) =>
        Assembly.Load(name).GetReferencedAssemblies().Select(reference => reference.Name ?? "");

    /// <summary>Classes and structs that somebody wrote: no records, nothing that the compiler made.</summary>
    public static IEnumerable<Type> Written(string name) =>
        Assembly.Load(name).GetTypes()
            .Where(type => !type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute))
                && !IsRecord(type));

    // The compiler gives every record this method to print its members with.
    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers",
            BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null;
}
