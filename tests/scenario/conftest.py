"""One story, told once for all tests."""

import os

import pytest

from tests.scenario.story import CHAPTERS, Story


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """The way of one post from a branch to the site and back, with all that was printed."""
    told = Story(tmp_path_factory.mktemp("story"))
    with pytest.MonkeyPatch.context() as patch:
        for name in [each for each in os.environ if each.startswith("GIT_")]:
            patch.delenv(name)
        for chapter in CHAPTERS:
            chapter(told)
    return told
