using Cms.Core.Hosting;

namespace Cms.Users;

/// <summary>Makes an account from the command line and prints its one-time password.</summary>
public sealed class UserVerb(Accounts accounts) : IVerb
{
    private const string RoleOption = "--role";

    public string Name => "user add";

    public string Usage => "NAME --role ROLE: makes an account and prints its one-time password";

    public string? PageInstead(IReadOnlyList<string> arguments) => "/admin/users";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken token)
    {
        if (arguments is not [var name, RoleOption, var role])
        {
            await Console.Error.WriteLineAsync($"{Name} {Usage}");
            return 1;
        }

        var password = Accounts.OneTimePassword();
        var account = await accounts.AddAsync(name, null, password, [role], mustChange: true);
        await Console.Out.WriteLineAsync($"{account.Name} ({string.Join(", ", account.Roles)}): {password}");
        await Console.Error.WriteLineAsync("The password serves once: the first sign-in asks for another.");
        return 0;
    }
}
