using System.Xml.Linq;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace AnnualCycle.Server.SignIn.Keys;

/// <summary>The keys that forms and cookies are protected with, kept in the database that all nodes share.</summary>
internal sealed class KeyRing(ProtectionKeys keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.All().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) =>
        keys.Keep(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
