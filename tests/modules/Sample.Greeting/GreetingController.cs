using Microsoft.AspNetCore.Mvc;

namespace Sample.Greeting;

[Area("Sample.Greeting")]
public sealed class GreetingController(Greeter greeter) : Controller
{
    [HttpGet("/greeting/view")]
    public IActionResult Index() => View(greeter);
}
