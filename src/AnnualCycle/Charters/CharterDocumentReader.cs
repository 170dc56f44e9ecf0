namespace AnnualCycle.Charters;

/// <summary>Reads the charter as a document: approval days, validity and revisions.</summary>
internal static class CharterDocumentReader
{
    public static CharterDocument Read(CharterMap file, string document)
    {
        if (!file.Yaml.Require("charter") || file.Map("charter") is not { } map)
        {
            return new CharterDocument(document);
        }

        map.AllowOnly("document", "approved", "validFrom", "approvedBy", "owner", "revisions");
        map.Required("document");
        return new CharterDocument(document)
        {
            Approved = [.. map.Yaml.List("approved").Select(day => day.AsDate()).OfType<NodaTime.LocalDate>()],
            ValidFrom = map.Date("validFrom"),
            ApprovedBy = map.Text("approvedBy"),
            Owner = map.Text("owner"),
            Revisions =
                [.. map.Maps("revisions").Select(revision => ReadRevision(revision, document)).OfType<RevisionDay>()],
        };
    }

    private static RevisionDay? ReadRevision(CharterMap map, string document)
    {
        map.AllowOnly("id", "title", "date", "when", "line", "page", "note");
        var (id, title) = (Slug.Of(map.Required("id")), map.Required("title"));
        return map.Yaml.Require("date") && map.Date("date") is { } date
            ? new RevisionDay(id, title, date, map.Source(document)) : null;
    }
}
