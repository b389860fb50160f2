using Cms.Display.Frame;
using Cms.Display.Templates;

namespace Cms.News;

/// <summary>The events of a list by month.</summary>
/// <param name="Month">The month that is chosen; null for none.</param>
/// <param name="Nearest">The month with events that is nearest to today, while none is chosen.</param>
public sealed record EventMonths(EventMonth? Month, PageLink? Nearest);

/// <summary>A month as a calendar.</summary>
/// <param name="Title">Month and year.</param>
/// <param name="DayNames">Names of the days of the week in full, Monday first.</param>
public sealed record EventMonth(string Title, IReadOnlyList<string> DayNames, IReadOnlyList<IReadOnlyList<EventDay>> Weeks)
{
    /// <summary>Events of this month whose days are not known.</summary>
    public IReadOnlyList<ItemDisplay<Event>> SomeDay { get; init; } = [];

    /// <summary>The month before with events.</summary>
    public PageLink? Previous { get; init; }

    /// <summary>The month after with events.</summary>
    public PageLink? Next { get; init; }
}

/// <summary>A day of a calendar.</summary>
/// <param name="IsOutside">True for a day of another month in the first or last week: it shows nothing.</param>
public sealed record EventDay(DateOnly Day, bool IsOutside, bool IsToday, IReadOnlyList<ItemDisplay<Event>> Events);
