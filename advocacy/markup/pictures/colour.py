"""Colours as every screen understands them: sRGB, eight bits, and no profile needed."""

from contextlib import suppress
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageCms

# How far a profile may be from sRGB, of 255, and still be taken for it.
ALIKE = 1
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION
# What a profile's colour space is called, and the mode of pixels that it speaks of.
SPACES = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}
DEEP = ("I", "F")


def is_plain(image: Image.Image) -> bool:
    """Say whether a picture's numbers already mean what they mean in sRGB with eight bits."""
    if image.mode.startswith(DEEP) or image.mode in {"CMYK", "YCCK", "LAB"}:
        return False
    return not (profile := image.info.get("icc_profile")) or _is_srgb(profile)


def make_srgb(image: Image.Image) -> Image.Image:
    """Return a picture in sRGB, as L, LA, RGB or RGBA; one that is broken has no profile."""
    profile = image.info.get("icc_profile")
    image = _shallow(image)
    alpha = image.getchannel("A") if image.mode in {"LA", "RGBA"} else None
    solid = image.convert(image.mode[:-1]) if alpha else image
    if profile and not _is_srgb(profile):
        solid = _converted(solid, profile)
    if solid.mode not in {"L", "RGB"}:
        solid = solid.convert("RGB")
    if alpha:
        solid.putalpha(alpha)
    solid.info.clear()
    return solid


def _shallow(image: Image.Image) -> Image.Image:
    """Return a picture with eight bits for each channel, and with no palette."""
    if image.mode.startswith(DEEP):
        return image.convert("I").point(lambda value: value * (1 / 257) + 0.5).convert("L")
    if image.mode == "P" or "transparency" in image.info:
        return image.convert("RGBA" if "transparency" in image.info else "RGB")
    return image.convert("L") if image.mode == "1" else image


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    """Return a picture's colours as the profile means them."""
    with suppress(ImageCms.PyCMSError, OSError):
        opened = ImageCms.ImageCmsProfile(BytesIO(profile))
        space = SPACES.get(opened.profile.xcolor_space.strip(), "")
        if space == image.mode or (space == "RGB" and image.mode == "L"):
            source = image if space == image.mode else image.convert(space)
            converted = ImageCms.profileToProfile(
                source, opened, SRGB, INTENT, outputMode="RGB", flags=FLAGS
            )
            return converted or image
    return image


@lru_cache(maxsize=64)
def _is_srgb(profile: bytes) -> bool:
    """Say whether colours all over the cube stay where they are."""
    steps = range(0, 256, 51)
    cube = bytes(value for r in steps for g in steps for b in steps for value in (r, g, b))
    before = Image.frombytes("RGB", (len(cube) // 3, 1), cube)
    with suppress(ImageCms.PyCMSError, OSError):
        if ImageCms.ImageCmsProfile(BytesIO(profile)).profile.xcolor_space.strip() == "RGB":
            after = _converted(before, profile).tobytes()
            return max(abs(a - b) for a, b in zip(cube, after, strict=True)) <= ALIKE
    return False
