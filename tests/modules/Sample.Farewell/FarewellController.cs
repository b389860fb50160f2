using Microsoft.AspNetCore.Mvc;

namespace Sample.Farewell;

[Area("Sample.Farewell")]
public sealed class FarewellController : Controller
{
    [HttpGet("/farewell/plain")]
    public IActionResult Index() => Content("goodbye");
}
