namespace Cms.Core.Modules;

/// <summary>
/// Modules that can not run together: a missing or circular dependency, a broken manifest or registration. The message is one line for the
/// operator. It ends the start of the program; later it refuses a change of features and leaves the running ones as they are.
/// </summary>
public sealed class ModuleException(string message, Exception? inner = null) : Exception(message, inner);
