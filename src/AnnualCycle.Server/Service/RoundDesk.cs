using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Rounds;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Storage.Network;
using NodaTime;

namespace AnnualCycle.Server.Service;

/// <summary>Leads rounds for an installation, for whoever asks: a page, a command or the nightly work.</summary>
public sealed class RoundDesk(Installation installation, TimeProvider time)
{
    public Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Whom all mails are from: where questions may go.</summary>
    public Mailbox From => installation.Correspondence.Writer.From;

    /// <summary>Within somebody else's change: the one that proposes a year, as an example.</summary>
    public RoundKeeper Keeper => new(installation.Key, installation.Correspondence);

    public async Task<RoundOutline> OutlineAsync(RoundOrder order, CancellationToken cancel)
    {
        await using var context = installation.Database.Open();
        return await RoundKeeper.OutlineAsync(context, order, Now, cancel);
    }

    public Task<RoundOutline> StartAsync(RoundOrder order, CancellationToken cancel) =>
        installation.Database.ChangeAsync(context => Keeper.StartAsync(context, order, Now, cancel), cancel);

    /// <returns>How many were reminded; null when there is no round.</returns>
    public Task<int?> RemindAsync(string collaboration, int year, string who, CancellationToken cancel) =>
        installation.Database.ChangeAsync<int?>(async context =>
            await RoundKeeper.LatestAsync(context, collaboration, year, cancel) is { } round
                ? await Keeper.RemindAsync(context, round, who, Now, cancel) : null, cancel);

    /// <returns>False when there is no round. One that is closed already stays so.</returns>
    public Task<bool> CloseAsync(string collaboration, int year, string who, CancellationToken cancel) =>
        installation.Database.ChangeAsync(async context =>
        {
            if (await RoundKeeper.LatestAsync(context, collaboration, year, cancel) is not { } round)
            {
                return false;
            }

            await RoundKeeper.CloseAsync(context, round, who, Now, cancel);
            return true;
        }, cancel);

    /// <summary>Plans the year again with what people cannot make; what moves waits as a draft.</summary>
    /// <returns>False when a file has mistakes or somebody changed something meanwhile: the night does it then.</returns>
    public async Task<bool> PlanAgainAsync(string collaboration, int year, string who, CancellationToken cancel)
    {
        var mistakes = new List<Mistake>();
        await using var context = installation.Database.Open();
        return new ConfigurationFiles(installation.Configuration).Network(mistakes) is { } files
            && await NetworkInput.ReadAsync(context, files, mistakes, cancel) is { } input
            && await installation.Horizon.PlanAsync(input, collaboration, year, who, Now, cancel) is not null;
    }

    /// <summary>What a new day asks for.</summary>
    public Task<bool> TendAsync(string who, Instant now, CancellationToken cancel) =>
        installation.Database.ChangeAsync(async context =>
        {
            await Keeper.TendAsync(context, who, now, cancel);
            return true;
        }, cancel);
}
