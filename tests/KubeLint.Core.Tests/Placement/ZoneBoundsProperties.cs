using FsCheck;
using FsCheck.Fluent;
using KubeLint.Placement;
using static KubeLint.Tests.Placement.Stage;

namespace KubeLint.Tests.Placement;

/// <summary>
/// The closed form of <see cref="ZoneBounds"/> against every order in which the scheduler's filters could admit the
/// pods. Proven, by going through all cases: for one hard zone constraint (maxSkew 1 to 4, minDomains 1 to 5, both
/// inclusion policies) or none, with and without zone anti-affinity, up to 4 zones, any number of them admitted, and up
/// to 7 replicas, the two are equal; so they are for every pair of such constraints with up to 3 zones and 5 replicas.
/// Tried at random, with fixed seeds: up to three constraints at once, two nodes in each zone; and that constraints and anti-affinity over host names change nothing where every zone has
/// as many nodes as there are replicas. All of it for pods that come one by one into an empty cluster whose selectors
/// count this workload alone.
/// </summary>
public sealed class ZoneBoundsProperties
{
    private const ulong Seed = 20_260_707;
    private const ulong Gamma = 77_777;

    [Fact]
    public void One_constraint_or_none_in_all_small_cases()
    {
        var problems =
            from zones in Enumerable.Range(1, 4)
            from admitted in Enumerable.Range(0, zones + 1)
            from replicas in Enumerable.Range(0, 8)
            from onePerZone in new[] { false, true }
            from constraints in Singles.Select(c => new[] { c }).Prepend([])
            select new Problem(zones, [.. Enumerable.Range(0, admitted)], replicas, constraints, onePerZone);
        AssertEqual(problems);
    }

    [Fact]
    public void Every_pair_of_constraints_in_all_smaller_cases()
    {
        var problems =
            from zones in Enumerable.Range(1, 3)
            from admitted in Enumerable.Range(1, zones)
            from replicas in Enumerable.Range(1, 5)
            from i in Enumerable.Range(0, Singles.Length)
            from j in Enumerable.Range(0, i)
            select new Problem(zones, [.. Enumerable.Range(0, admitted)], replicas, [Singles[i], Singles[j]], false);
        AssertEqual(problems);
    }

    [Fact]
    public void Several_constraints_and_one_node_in_each_zone() =>
        Check(Problems(4, 7), 2_000, p => Closed(p) == Enumerated(p, Nodes(p.Zones)));

    [Fact]
    public void Several_constraints_and_two_nodes_in_each_zone() =>
        Check(Problems(4, 5), 400, p => Closed(p) == Enumerated(p, Nodes(p.Zones, 2)));

    [Fact]
    public void Host_names_change_nothing_where_every_zone_has_nodes_enough()
    {
        var hostSkews = Gen.ListOf(Gen.Choose(1, 3)).Select(l => l.Take(2).Select(skew => Hard(skew, Host)).ToArray());
        var cases = from problem in Problems(3, 3)
                    from hosts in hostSkews
                    from keepsApart in Gen.Elements(true, false)
                    select (problem, hosts, keepsApart);
        Check(cases, 500, c =>
        {
            var nodes = Nodes(c.problem.Zones, Math.Max(1, c.problem.Replicas));
            return Closed(c.problem) == Enumerated(c.problem, nodes, c.hosts, c.keepsApart);
        });
    }

    [Fact]
    public void More_placements_than_are_looked_at_give_no_answer() =>
        Assert.Null(PlacementEnumeration.Worst([(Pod(), 6)], Nodes(4), Zone, mostStates: 10));

    [Theory]
    [InlineData(1, 6, 3, 2, "6 run, 2 in the worst zone")]
    [InlineData(2, 6, 3, 2, "6 run, 3 in the worst zone")]
    [InlineData(5, 5, 3, 1, "5 run, 5 in the worst zone")]
    [InlineData(5, 6, 3, 1, "6 run, 5 in the worst zone")]
    [InlineData(2, 9, 3, 4, "6 run, 2 in the worst zone")]
    [InlineData(1, 4, 1, 1, "4 run, 4 in the worst zone")]
    public void Examples(int maxSkew, int replicas, int zones, int minDomains, string expected)
    {
        var worst = new ZoneBounds(replicas, zones, zones, [Hard(maxSkew) with { MinDomains = minDomains }], false).Worst();
        Assert.Equal(expected, $"{worst.Running} run, {worst.MostInOneZone} in the worst zone");
    }

    [Fact]
    public void Other_workloads_can_make_a_placement_possible_that_it_would_not_have_alone()
    {
        // One selector counts both: the other's pods fill zones b and c, and all of this one's may stand in a.
        var mine = Pod(Hard());
        var other = new Pod("shop", Labels("app=web,tier=db")) { NodeSelector = [Is(Zone, "b", "c")] };
        Assert.Equal(new WorstCase(2, 1), PlacementEnumeration.Worst([(mine, 2)], Nodes(3), Zone));
        Assert.Equal(new WorstCase(2, 2), PlacementEnumeration.Worst([(mine, 2), (other, 4)], Nodes(3), Zone));
    }

    /// <param name="Zones">How many zones there are.</param>
    /// <param name="Admitted">The numbers of those that node affinity admits.</param>
    /// <param name="Replicas">How many pods come.</param>
    /// <param name="Constraints">Hard zone constraints.</param>
    /// <param name="OnePerZone">Whether zone anti-affinity keeps the pods apart.</param>
    private sealed record Problem(int Zones, int[] Admitted, int Replicas, SpreadConstraint[] Constraints, bool OnePerZone)
    {
        public override string ToString() =>
            $"{Zones} zones, {string.Join("", Admitted.Select(ZoneName))} admitted, {Replicas} replicas, one per zone {OnePerZone}: "
            + string.Join(" ", Constraints.Select(c => $"[skew {c.MaxSkew} min {c.MinDomains} honors {c.HonorsNodeAffinity}]"));
    }

    private static SpreadConstraint[] Singles { get; } =
        [.. from maxSkew in Enumerable.Range(1, 4)
            from minDomains in Enumerable.Range(1, 5)
            from honors in new[] { true, false }
            select Hard(maxSkew) with { MinDomains = minDomains, HonorsNodeAffinity = honors }];

    private static void AssertEqual(IEnumerable<Problem> problems) =>
        Assert.Empty(problems.AsParallel().Where(p => Closed(p) != Enumerated(p, Nodes(p.Zones))).Take(5).ToList());

    private static Gen<Problem> Problems(int mostZones, int mostReplicas)
    {
        var constraint = from maxSkew in Gen.Choose(1, 4)
                         from minDomains in Gen.Choose(1, 5)
                         from honors in Gen.Elements(true, false)
                         select Hard(maxSkew) with { MinDomains = minDomains, HonorsNodeAffinity = honors };
        return from zones in Gen.Choose(1, mostZones)
               from bits in Gen.Choose(0, (1 << zones) - 1)
               from replicas in Gen.Choose(0, mostReplicas)
               from count in Gen.Choose(0, 3)
               from constraints in Gen.ArrayOf(constraint, count)
               from onePerZone in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
               select new Problem(zones, [.. Enumerable.Range(0, zones).Where(z => (bits >> z & 1) == 1)], replicas, constraints, onePerZone);
    }

    private static void Check<T>(Gen<T> cases, int count, Func<T, bool> holds) =>
        Prop.ForAll(cases.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(Seed, Gamma));

    private static WorstCase Closed(Problem p) => new ZoneBounds(p.Replicas, p.Zones, p.Admitted.Length, p.Constraints, p.OnePerZone).Worst();

    private static WorstCase? Enumerated(Problem p, IReadOnlyList<SchedulingNode> nodes, SpreadConstraint[]? hosts = null, bool keepsHostsApart = false)
    {
        var terms = new List<AntiAffinityTerm>();
        if (p.OnePerZone) terms.Add(new AntiAffinityTerm(Zone, Web));
        if (keepsHostsApart) terms.Add(new AntiAffinityTerm(Host, Web));
        var pod = Pod([.. p.Constraints, .. hosts ?? []]) with
        {
            AntiAffinity = terms,
            NodeAffinity = p.Admitted.Length == p.Zones ? null : [[Is(Zone, [.. p.Admitted.Select(ZoneName)])]],
        };
        return PlacementEnumeration.Worst([(pod, p.Replicas)], nodes, Zone);
    }
}
