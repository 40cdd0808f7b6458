"""What a drawing may be made of, as SVG 2 and CSS name it; all else is left out."""

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"

# Elements whose text is seen, or is a style sheet; elsewhere there is but white space.
TEXTS = frozenset("a style text textPath tspan".split())
GRADIENTS = frozenset("linearGradient radialGradient".split())
FILTERS = frozenset(
    "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting"
    " feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR"
    " feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting"
    " feSpotLight feTile feTurbulence".split()
)
ELEMENTS = (
    TEXTS
    | GRADIENTS
    | FILTERS
    | frozenset(
        "circle clipPath defs ellipse filter g image line marker mask path pattern polygon"
        " polyline rect stop svg switch symbol use".split()
    )
)
# Whose `href` leads to another element of the same drawing. A link has none: it stays its text.
REFERRING = GRADIENTS | frozenset("filter pattern textPath use".split())

# Properties that are attributes as well.
PRESENTATION = frozenset(
    "alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation"
    " color-interpolation-filters color-rendering direction display dominant-baseline fill"
    " fill-opacity fill-rule filter flood-color flood-opacity font font-family"
    " font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style"
    " font-variant font-weight image-rendering letter-spacing lighting-color line-height marker"
    " marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order"
    " shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset"
    " stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor"
    " text-decoration text-orientation text-rendering transform transform-box transform-origin"
    " unicode-bidi vector-effect visibility white-space word-spacing writing-mode".split()
)
# No width and no height: a style could give the whole drawing another size than the page knows.
PROPERTIES = PRESENTATION | frozenset(
    "background background-color color-scheme cx cy font-optical-sizing font-synthesis"
    " font-variant-caps font-variant-east-asian font-variant-ligatures font-variant-numeric"
    " font-variation-settings forced-color-adjust isolation r rx ry text-align"
    " text-decoration-color text-decoration-line text-decoration-style text-indent text-overflow"
    " text-shadow text-transform x y".split()
)
# Which may lead to an element of the same drawing; elsewhere a browser would load all of it anew.
LEADING = frozenset(
    "clip-path fill filter marker marker-end marker-mid marker-start mask stroke".split()
)
# What elements have of what they are painted with, and hand on to all that is in them.
INHERITED = frozenset("fill marker marker-end marker-mid marker-start stroke".split())

ATTRIBUTES = PRESENTATION | frozenset(
    "amplitude azimuth baseFrequency bias class clipPathUnits cx cy d diffuseConstant divisor dx dy"
    " edgeMode elevation exponent filterUnits fr fx fy gradientTransform gradientUnits height href"
    " id in in2 intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength lang lengthAdjust"
    " limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits method mode"
    " numOctaves offset operator order orient path pathLength patternContentUnits patternTransform"
    " patternUnits points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio"
    " primitiveUnits r radius refX refY result rotate rx ry scale seed side slope spacing"
    " specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles style"
    " surfaceScale systemLanguage tableValues targetX targetY textLength type values version"
    " viewBox width x x1 x2 xChannelSelector xml:lang xml:space y y1 y2 yChannelSelector"
    " z".split()
)

# Functions of CSS that compute a value; none of them loads anything.
FUNCTIONS = frozenset(
    "blur brightness calc circle clamp color color-mix contrast drop-shadow ellipse grayscale hsl"
    " hsla hue-rotate hwb inset invert lab lch light-dark matrix matrix3d max min oklab oklch"
    " opacity path perspective polygon rgb rgba rotate rotate3d rotatex rotatey rotatez saturate"
    " scale scale3d scalex scaley scalez sepia skew skewx skewy translate translate3d translatex"
    " translatey translatez var".split()
)
# Functions of selectors.
CHOOSING = frozenset("is lang not nth-child nth-last-child nth-of-type where".split())
