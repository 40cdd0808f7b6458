"""Cards are the same where FriBidi is missing, as in a slim container."""

import hashlib
import shutil
import subprocess
import sys
from ctypes.util import find_library

import pytest

from advocacy.share.cards.card import draw_card
from tests.conftest import PROJECT
from tests.share.cards.test_layout import look_of
from tests.share.cards.titles import make_content

NAMES = ("arabic", "hebrew", "hindi", "thai", "mixed")
SCRIPT = """
from PIL import features
from advocacy.share.cards.text_shaping import text_shaping
from tests.share.cards.test_without_fribidi import digest_of_cards
print(features.check("raqm"))
print(digest_of_cards())
print(text_shaping())
"""
# In a namespace of its own, the library is covered by an empty file.
HIDDEN = """
for file in $(ldconfig -p | grep -o '/.*libfribidi.*'); do mount --bind /dev/null "$file"; done
exec "$0" -c "$1"
"""


def digest_of_cards() -> str:
    digest = hashlib.sha256()
    for name in NAMES:
        digest.update(draw_card(make_content(name), look_of("page"), "preview"))
    return digest.hexdigest()


@pytest.mark.skipif(find_library("fribidi") is None, reason="FriBidi is not here anyway")
@pytest.mark.skipif(shutil.which("unshare") is None, reason="nothing can be hidden here")
def test_cards_have_the_same_bytes_without_fribidi() -> None:
    command = ["unshare", "--mount", "sh", "-c", HIDDEN, sys.executable, SCRIPT]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    if "not permitted" in done.stderr:
        pytest.skip("nothing may be hidden here")

    has_raqm, digest, told = done.stdout.splitlines()

    assert has_raqm == "False"
    assert digest == digest_of_cards()
    assert "joins Arabic; Pillow has no FriBidi" in told
