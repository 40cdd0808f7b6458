"""The kinds of rules: one file each, and their registry."""

from collections.abc import Mapping

from advocacy.editorial.kinds import (
    capitalization,
    conditional,
    consistency,
    existence,
    metric,
    occurrence,
    readability,
    repetition,
    spelling,
    substitution,
)
from advocacy.editorial.kinds.kind import Kind

KINDS: Mapping[str, Kind] = {
    module.KIND.name: module.KIND
    for module in (
        *(existence, substitution, occurrence, repetition, consistency, conditional),
        *(capitalization, metric, readability, spelling),
    )
}
