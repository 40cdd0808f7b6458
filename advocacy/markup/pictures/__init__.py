"""Pictures as they are published: upright, in sRGB, with nothing in them but what is seen."""
