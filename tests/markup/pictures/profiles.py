"""Colour profiles made by hand, and by their definitions what their colours are in sRGB."""

from itertools import product
from struct import pack

# ICC.1:2010: D50, to which all profiles are adapted; the columns of Display P3, so adapted.
D50 = (0.9642, 1.0, 0.8249)
P3_COLUMNS = ((0.5151, 0.2412, -0.0011), (0.2920, 0.6922, 0.0419), (0.1571, 0.0666, 0.7841))
# From XYZ under D50 to linear sRGB, by Bradford (IEC 61966-2-1 and Lindbloom).
XYZ_TO_SRGB = (
    (3.1338561, -1.6168667, -0.4906146),
    (-0.9787684, 1.9161415, 0.0334540),
    (0.0719453, -0.2289914, 1.4052427),
)
GAMMA = 2.2
# What each combination of full inks looks like, as Lab: C, M, Y and K are 0 or 1.
INKS = {
    (0, 0, 0, 0): (100, 0, 0),
    (1, 0, 0, 0): (60, -30, -35),
    (0, 1, 0, 0): (55, 60, 0),
    (0, 0, 1, 0): (90, -5, 70),
    (1, 1, 0, 0): (35, 15, -40),
    (0, 1, 1, 0): (52, 55, 35),
    (1, 0, 1, 0): (55, -45, 20),
}


def wide_gamut() -> bytes:
    """Return a profile with the colours of Display P3 and a plain gamma."""
    curve = b"curv" + bytes(4) + pack(">IH", 1, round(GAMMA * 256))
    tags = {f"{c}TRC".encode(): curve for c in "rgb"}
    for name, column in zip((b"rXYZ", b"gXYZ", b"bXYZ"), P3_COLUMNS, strict=True):
        tags[name] = _xyz(column)
    return _profile(b"RGB ", b"XYZ ", tags)


def wide_gamut_in_srgb(colour: tuple[int, int, int]) -> list[float]:
    """Return what a colour of `wide_gamut` is in sRGB, by the definitions of both."""
    linear = [(value / 255) ** GAMMA for value in colour]
    xyz = [sum(P3_COLUMNS[i][row] * linear[i] for i in range(3)) for row in range(3)]
    return _xyz_in_srgb(xyz)


def press() -> bytes:
    """Return a profile of a press whose inks are INKS; with black, all is black."""
    nodes = b"".join(
        bytes([round(light * 2.55), a + 128, b + 128])
        for light, a, b in (INKS.get(inks, (0, 0, 0)) for inks in product((0, 1), repeat=4))
    )
    identity = b"".join(
        pack(">i", 65536 * (row == column)) for row, column in product(range(3), range(3))
    )
    ramp = bytes(range(256))
    table = b"mft1" + bytes(4) + bytes([4, 3, 2, 0]) + identity + ramp * 4 + nodes + ramp * 3
    return _profile(b"CMYK", b"Lab ", {b"A2B0": table, b"A2B1": table})


def lab_in_srgb(lab: tuple[float, float, float]) -> list[float]:
    """Return what a colour of Lab under D50 is in sRGB (CIE 15)."""
    light, a, b = lab
    middle = (light + 16) / 116
    parts = (middle + a / 500, middle, middle - b / 200)
    return _xyz_in_srgb(
        [
            white * (t**3 if t > 6 / 29 else (t - 4 / 29) * 3 * (6 / 29) ** 2)
            for white, t in zip(D50, parts, strict=True)
        ]
    )


def _xyz_in_srgb(xyz: list[float]) -> list[float]:
    linear = [sum(a * b for a, b in zip(row, xyz, strict=True)) for row in XYZ_TO_SRGB]
    bounded = [min(1, max(0, value)) for value in linear]
    return [
        255 * (12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055) for v in bounded
    ]


def _xyz(values: tuple[float, ...]) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(pack(">i", round(value * 65536)) for value in values)


def _profile(space: bytes, pcs: bytes, tags: dict[bytes, bytes]) -> bytes:
    """Return a profile of version 2.4: its head, the table of its tags, and these."""
    kind = b"mntr" if space == b"RGB " else b"prtr"
    told = b"desc" + bytes(4) + pack(">I", 5) + b"test\0" + bytes(78)
    tags = {**tags, b"desc": told, b"wtpt": _xyz(D50), b"cprt": b"text" + bytes(4) + b"none\0"}
    table, body = b"", b""
    start = 128 + 4 + 12 * len(tags)
    for name, content in tags.items():
        padded = content + bytes(-len(content) % 4)
        table += name + pack(">II", start + len(body), len(content))
        body += padded
    head = pack(
        ">I4sI4s4s4s12x4s", start + len(body), b"lcms", 0x02400000, kind, space, pcs, b"acsp"
    )
    head += bytes(28) + b"".join(pack(">i", round(value * 65536)) for value in D50)
    return head + bytes(128 - len(head)) + pack(">I", len(tags)) + table + body
