// The compiler asks for this type, and netstandard2.0 lacks it.
namespace System.Runtime.CompilerServices;

internal static class IsExternalInit;
