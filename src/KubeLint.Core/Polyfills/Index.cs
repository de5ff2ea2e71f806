// The compiler asks for this type in list patterns, and netstandard2.0 lacks it.
namespace System;

internal readonly struct Index(int value, bool fromEnd = false)
{
    public static implicit operator Index(int value) => new(value);

    public int GetOffset(int length) => fromEnd ? length - value : value;
}
