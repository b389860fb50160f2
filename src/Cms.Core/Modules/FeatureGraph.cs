namespace Cms.Core.Modules;

/// <summary>All features in the order in which they start: dependencies first, then the higher priority, then the id.</summary>
public sealed class FeatureGraph
{
    private readonly Dictionary<string, FeatureDescriptor> _byId = new(StringComparer.Ordinal);

    /// <exception cref="ModuleException">Two features share an id, a dependency is missing, or dependencies form a cycle.</exception>
    public FeatureGraph(IEnumerable<FeatureDescriptor> features)
    {
        foreach (var feature in features)
        {
            if (!_byId.TryAdd(feature.Id, feature))
            {
                throw new ModuleException($"Two features have the id {feature.Id}: in {_byId[feature.Id].Module.Id} and in {feature.Module.Id}.");
            }
        }

        RefuseMissing();
        All = Sort();
    }

    public IReadOnlyList<FeatureDescriptor> All { get; }

    public FeatureDescriptor? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The features of <paramref name="ids"/> and all that they need, in starting order; ids that no module declares are left out.</summary>
    public IReadOnlyList<FeatureDescriptor> WithDependencies(IEnumerable<string> ids) =>
        InOrder(Reach(ids.Where(_byId.ContainsKey), id => _byId[id].Dependencies));

    /// <summary>The features that need one of <paramref name="ids"/>, directly or not, those themselves left out, in starting order.</summary>
    public IReadOnlyList<FeatureDescriptor> Dependents(IEnumerable<string> ids)
    {
        var start = ids.ToHashSet(StringComparer.Ordinal);
        var reached = Reach(start, id => All.Where(f => f.Dependencies.Contains(id)).Select(f => f.Id));
        reached.ExceptWith(start);
        return InOrder(reached);
    }

    /// <summary>A theme and the themes it builds on, nearest first; empty when no theme has that id.</summary>
    public IReadOnlyList<FeatureDescriptor> ThemeChain(string? id)
    {
        var chain = new List<FeatureDescriptor>();
        while (!string.IsNullOrEmpty(id) && Find(id) is { IsTheme: true } theme)
        {
            chain.Add(theme);
            id = theme.Module.BaseTheme;
        }

        return chain;
    }

    private static HashSet<string> Reach(IEnumerable<string> start, Func<string, IEnumerable<string>> next)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(start);
        while (open.TryPop(out var id))
        {
            if (reached.Add(id))
            {
                foreach (var other in next(id))
                {
                    open.Push(other);
                }
            }
        }

        return reached;
    }

    private List<FeatureDescriptor> InOrder(HashSet<string> ids) => [.. All.Where(f => ids.Contains(f.Id))];

    private void RefuseMissing()
    {
        foreach (var feature in _byId.Values)
        {
            if (feature.Dependencies.FirstOrDefault(d => !_byId.ContainsKey(d)) is { } missing)
            {
                throw new ModuleException($"Feature {feature.Id} depends on {missing}, which no referenced module declares.");
            }

            if (feature.IsTheme && feature.Module.BaseTheme is { Length: > 0 } theme && !_byId[theme].IsTheme)
            {
                throw new ModuleException($"Theme {feature.Id} builds on {theme}, which is not a theme.");
            }
        }
    }

    private List<FeatureDescriptor> Sort()
    {
        var waiting = _byId.Values.ToDictionary(f => f.Id, f => f.Dependencies.Distinct(StringComparer.Ordinal).Count(), StringComparer.Ordinal);
        var needed = _byId.Values.SelectMany(f => f.Dependencies.Distinct(StringComparer.Ordinal).Select(d => (d, f))).ToLookup(p => p.d, p => p.f, StringComparer.Ordinal);
        var free = new PriorityQueue<FeatureDescriptor, FeatureDescriptor>(Comparer<FeatureDescriptor>.Create(Earlier));
        free.EnqueueRange(_byId.Values.Where(f => waiting[f.Id] == 0).Select(f => (f, f)));
        var sorted = new List<FeatureDescriptor>(_byId.Count);
        while (free.TryDequeue(out var feature, out _))
        {
            sorted.Add(feature);
            waiting.Remove(feature.Id);
            foreach (var dependent in needed[feature.Id])
            {
                if (--waiting[dependent.Id] == 0)
                {
                    free.Enqueue(dependent, dependent);
                }
            }
        }

        return waiting.Count == 0 ? sorted : throw new ModuleException($"Features depend on each other in a circle: {Circle(waiting)}.");
    }

    private static int Earlier(FeatureDescriptor one, FeatureDescriptor other) =>
        one.Priority != other.Priority ? other.Priority.CompareTo(one.Priority) : string.CompareOrdinal(one.Id, other.Id);

    /// <summary>Every feature left waiting waits for another one left: following them must come back to one already seen.</summary>
    private string Circle(Dictionary<string, int> waiting)
    {
        var path = new List<string> { waiting.Keys.Order(StringComparer.Ordinal).First() };
        while (true)
        {
            var next = _byId[path[^1]].Dependencies.First(waiting.ContainsKey);
            var seen = path.IndexOf(next);
            path.Add(next);
            if (seen >= 0)
            {
                return string.Join(" → ", path.Skip(seen));
            }
        }
    }
}
