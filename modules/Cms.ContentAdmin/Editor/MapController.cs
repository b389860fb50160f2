using Cms.Content.Manager;
using Cms.Core.Security;
using Cms.Display.Maps;
using Microsoft.AspNetCore.Mvc;

namespace Cms.ContentAdmin.Editor;

/// <summary>A part of the earth with what is drawn of it.</summary>
public sealed record MapPart(double West, double South, double East, double North, string Land, string Borders);

/// <summary>Draws the map on which an editor points to a place.</summary>
public sealed class MapController(IActorSource actors) : Controller
{
    private const double Narrowest = .3;
    private const double Widest = 120;

    /// <param name="latitude">Of the middle, in degrees.</param>
    /// <param name="longitude">Of the middle, in degrees.</param>
    /// <param name="span">Degrees of latitude from top to bottom.</param>
    [HttpGet("/admin/content/map")]
    public async Task<ActionResult<MapPart>> Draw(double latitude, double longitude, double span, CancellationToken token)
    {
        (await actors.OfAsync(User, token)).DemandSomewhere(ContentPermissions.Edit);
        if (!double.IsFinite(latitude + longitude + span))
        {
            return BadRequest();
        }

        var middle = new MapPoint(Math.Clamp(latitude, -80, 80), Math.Clamp(longitude, -180, 180), "", "", new MapArea("", ""));
        var window = MapWindow.Around([middle], Math.Clamp(span, Narrowest, Widest));
        var drawing = WorldOutlines.Draw(window);
        return new MapPart(window.West, window.South, window.East, window.North, drawing.Land, drawing.Borders);
    }
}
