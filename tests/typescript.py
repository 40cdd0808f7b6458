"""Values held to the types of a package, by TypeScript's compiler."""

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.conftest import PROJECT, need, need_node_file

STRICTLY = ("--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--target", "es2022")


def told_by_compiler(
    folder: Path, package: str, module: str, values: Mapping[str, object]
) -> dict[str, str]:
    """Return what the compiler says first of each value that is not of a package's types.

    Args:
        folder: Where the modules are written.
        package: Of npm.
        module: What gives a value its type; `%s` is the value.
        values: By the names of their modules.
    """
    need("node")
    need_node_file(f"{package}/package.json")
    compiler = need_node_file(".bin/tsc")
    (folder / "node_modules").symlink_to(PROJECT / "node_modules")
    for name, value in values.items():
        text = module % json.dumps(value, ensure_ascii=False)
        (folder / f"{name}.mts").write_text(text, encoding="utf-8")
    files = [f"{name}.mts" for name in values]
    done = subprocess.run(
        [compiler, *STRICTLY, *files], cwd=folder, capture_output=True, text=True, check=False
    )
    found = re.findall(r"^(.+?)\.mts\(\d+,\d+\): error (.+)$", done.stdout, re.MULTILINE)
    assert bool(found) == bool(done.returncode), done.stdout + done.stderr
    return dict(reversed(found))
