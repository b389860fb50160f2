using Microsoft.Extensions.DependencyInjection;

namespace Cms.Core.Security;

public static class PermissionServices
{
    /// <summary>Adds a module's rights to those that roles can be given.</summary>
    public static IServiceCollection AddPermissions<TProvider>(this IServiceCollection services)
        where TProvider : class, IPermissionProvider => services.AddSingleton<IPermissionProvider, TProvider>();
}
