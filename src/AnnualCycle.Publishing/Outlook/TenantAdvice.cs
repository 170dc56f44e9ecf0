using System.Globalization;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>What an administrator of the tenant is to do, with the commands as they are to be run.</summary>
public static class TenantAdvice
{
    private const string Scope = "AnnualCycle";

    // The same in every tenant (Microsoft Graph permissions reference, application permissions).
    private const string CalendarsReadWrite = "ef54d2bf-783f-4e0f-bca1-3210c0444d99", MailSend = "b633e1c5-b582-4048-a93e-9f11b44c7e96";

    /// <summary>What the tenant says when it gives no key (Entra's page on AADSTS error codes), and what helps.</summary>
    private static readonly Dictionary<string, (string Text, string[] Advice)> Faults = new(StringComparer.Ordinal)
    {
        ["700016"] = ("appen finns inte i klientorganisationen",
            ["ClientId ska vara appregistreringens Program-ID (klient). Tenant ska vara den organisation som den är gjord i.",
                "    az ad app list --display-name AnnualCycle --query \"[].appId\""]),
        ["7000215"] = ("hemligheten är fel",
            ["Filen ska innehålla hemlighetens värde, inte dess id. Gör en ny i Entra, Appregistreringar, Certifikat och hemligheter:",
                "    az ad app credential reset --id {0} --append --display-name AnnualCycle --query password"]),
        ["7000222"] = ("hemligheten har gått ut",
            ["Gör en ny i Entra, Appregistreringar, Certifikat och hemligheter, och skriv den i filen; ingen omstart behövs:",
                "    az ad app credential reset --id {0} --append --display-name AnnualCycle --query password"]),
        ["700027"] = ("certifikatet är inte registrerat på appen",
            ["Ladda upp certifikatet utan nyckel i Entra, Appregistreringar, Certifikat och hemligheter:",
                "    openssl x509 -in CERTIFIKAT.pem -out annualcycle.cer",
                "    az ad app credential reset --id {0} --append --cert @annualcycle.cer"]),
        ["700024"] = ("klockan går fel på tjänstens dator", ["Ställ den: inloggningen tål några minuters skillnad.", "    timedatectl status"]),
        ["90002"] = ("klientorganisationen finns inte",
            ["Tenant ska vara Katalog-ID eller en av organisationens domäner, och Cloud det moln som den finns i."]),
        ["900023"] = ("klientorganisationen finns inte", ["Tenant ska vara Katalog-ID eller en av organisationens domäner."]),
        ["53003"] = ("villkorsstyrd åtkomst stoppar appen",
            ["Undanta appen, eller tillåt adressen som tjänsten når internet från, i Entra, Villkorsstyrd åtkomst."]),
    };

    /// <param name="code">The digits after AADSTS.</param>
    public static TenantFinding OfFault(string code, string clientId) =>
        Faults.TryGetValue(code, out var fault)
            ? TenantFinding.Wrong($"inloggningen nekades: {fault.Text} (AADSTS{code})",
                [.. fault.Advice.Select(line => line.Replace("{0}", clientId, StringComparison.Ordinal))])
            : TenantFinding.Wrong($"inloggningen nekades (AADSTS{code})", $"Slå upp koden på https://login.microsoftonline.com/error?code={code}");

    /// <summary>How the service is let in to its own mailboxes and to no other (RBAC for Applications in Exchange Online).</summary>
    public static IReadOnlyList<string> Admission(TenantAccess access, TenantWishes wishes) =>
    [
        "Kör i Exchange Online PowerShell (OBJEKT-ID står i Entra under Företagsprogram, inte under Appregistreringar):",
        "    Connect-ExchangeOnline",
        $"    New-ServicePrincipal -AppId {access.ClientId} -ObjectId OBJEKT-ID -DisplayName {Scope}",
        "CustomAttribute15 kan redan ha ett värde, som annat styrs av: se efter först, och välj i så fall ett annat attribut nedan.",
        .. wishes.Mailboxes.Select(mailbox => $"    Get-Mailbox {mailbox} | Format-List CustomAttribute15"),
        .. wishes.Mailboxes.Select(mailbox => $"    Set-Mailbox {mailbox} -CustomAttribute15 {Scope}"),
        $"    New-ManagementScope -Name {Scope} -RecipientRestrictionFilter \"CustomAttribute15 -eq '{Scope}'\"",
        .. wishes.Organisers.Count > 0 ? [Role(access, "Application Calendars.ReadWrite")] : Array.Empty<string>(),
        .. wishes.Sender is not null ? [Role(access, "Application Mail.Send")] : Array.Empty<string>(),
        .. wishes.Mailboxes.Select(mailbox =>
            $"    Test-ServicePrincipalAuthorization -Identity {access.ClientId} -Resource {mailbox}"),
        "Det kan dröja upp till två timmar innan det gäller.",
    ];

    /// <summary>How rights to all mailboxes are taken away: they come on top of those that are limited.</summary>
    public static IReadOnlyList<string> Restriction(TenantAccess access) =>
    [
        "Ta bort Calendars.ReadWrite och Mail.Send (program) under Appregistreringar, API-behörigheter, och medgivandet till dem, i Entra:",
        "    Connect-MgGraph -Scopes Application.Read.All,AppRoleAssignment.ReadWrite.All",
        $"    $app = Get-MgServicePrincipal -Filter \"appId eq '{access.ClientId}'\"",
        .. new[] { CalendarsReadWrite, MailSend }.Select(role =>
            $"    Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $app.Id | Where-Object AppRoleId -eq {role} | ForEach-Object {{ "
                + "Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $app.Id -AppRoleAssignmentId $_.Id }"),
        "Se sedan i Exchange Online PowerShell att varje roll har en CustomResourceScope:",
        "    Get-ManagementRoleAssignment -RoleAssignee $app.Id | Format-List Role,CustomResourceScope",
        "Det kan dröja upp till två timmar innan det gäller. Till dess bör tjänsten vara stoppad.",
    ];

    /// <summary>"2027-03-01, om 99 dagar".</summary>
    internal static string Until(DateTime until, int days) => string.Create(CultureInfo.InvariantCulture,
        $"{until:yyyy-MM-dd}, {(days >= 0 ? $"om {days} dagar" : $"för {-days} dagar sedan")}");

    private static string Role(TenantAccess access, string role) =>
        $"    New-ManagementRoleAssignment -App {access.ClientId} -Role \"{role}\" -CustomResourceScope {Scope}";
}
