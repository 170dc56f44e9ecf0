namespace AnnualCycle.ICalendar;

/// <summary>
/// A color that calendars may draw a feed or an event in: a name of CSS Color Module Level 3 (RFC 7986, section 5.9).
/// </summary>
public sealed record ColorName
{
    private static readonly HashSet<string> Names = [.. """
        aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood
        cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod
        darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon
        darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray
        dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green
        greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon
        lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon
        lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen
        magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue
        mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy
        oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip
        peachpuff peru pink plum powderblue purple red rosybrown royalblue saddlebrown salmon sandybrown seagreen
        seashell sienna silver skyblue slateblue slategray slategrey snow springgreen steelblue tan teal thistle
        tomato turquoise violet wheat white whitesmoke yellow yellowgreen
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Takes a name in any case; it is written in lower case.</summary>
    /// <exception cref="ArgumentException">CSS has no such name.</exception>
    public ColorName(string name)
    {
        Value = name.ToLowerInvariant();
        if (!Names.Contains(Value))
            throw new ArgumentException($"Not a CSS color name: {name}", nameof(name));
    }

    /// <summary>The name in lower case.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
