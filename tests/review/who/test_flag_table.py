"""Each pattern of the table of files that run or decide something flags a file of its own."""

from fnmatch import fnmatchcase

import pytest

from advocacy.review.flag_table import ROWS, Row
from advocacy.review.flags import find_flags, fold
from advocacy.site import Site
from advocacy.touched import Change, Touched

FILES = {
    "approvals": "CODEOWNERS .mailmap",
    "pipeline": """
        .github/x .gitlab/x .gitlab-ci.yml .forgejo/x .gitea/x .woodpecker.yml .circleci/x .ci/x
        .travis.yml Jenkinsfile azure-pipelines.yml bitbucket-pipelines.yml .drone.yml .cirrus.yml
        .builds/x .build.yml action.yml
    """,
    "hook": """
        .pre-commit-config.yaml .pre-commit-hooks.yaml .husky/x .githooks/x hooks/x lefthook.yml
        .lefthook.yml .git-hooks/x
    """,
    "editor": """
        .vscode/x .idea/x .devcontainer/x .devcontainer.json .envrc mise.toml .mise.toml
        .tool-versions .editorconfig .nvimrc .zed/x .fleet/x x.code-workspace x.sublime-project
        .exrc
    """,
    "assistant": """
        .claude/x .cursor/x .windsurf/x .gemini/x .codex/x .mcp.json mcp.json .cursorrules
        .windsurfrules .aider.conf.yml AGENTS.md AGENTS.override.md GEMINI.md CLAUDE.md
        CLAUDE.local.md
    """,
    "git": ".gitmodules .gitattributes .gitconfig .lfsconfig .gitignore",
    "settings": "advocacy.toml",
    "guide": "content/pages/values.md",
    "rules": ".vale.ini styles/x baseline.json",
    "build": "pelicanconf.py publishconf.py tasks.py",
    "plugin": "plugins/x x.py x.pyc x.pth x.so x.dll x.dylib",
    "design": "designs/x",
    "theme": "theme/x templates/x static/x",
    "dependencies": """
        requirements.txt constraints.txt pyproject.toml setup.cfg x.lock package.json
        package-lock.json pnpm-lock.yaml Pipfile .npmrc .yarnrc.yml pip.conf uv.toml
        .python-version pip.ini .pypirc .netrc _netrc .curlrc .wgetrc tox.ini Gemfile renovate.json
        .renovaterc dependabot.yml Dockerfile Containerfile docker-compose.yml compose.yaml
    """,
    "host": """
        _headers _redirects netlify.toml vercel.json wrangler.toml .htaccess CNAME
        staticwebapp.config.json firebase.json
    """,
    "program": """
        x.sh x.bash x.js x.mjs x.cjs x.ts x.jsx x.tsx x.wasm x.ps1 x.bat x.cmd x.exe x.vbs x.php
        x.rb x.pl x.lua x.jar Makefile GNUmakefile justfile Taskfile.yml .justfile Rakefile
    """,
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_flagged_at_the_top_and_in_a_folder(name: str, site: Site) -> None:
    for path in FILES[name].split():
        for each in (path, f"tools/{path}"):
            (flag,) = find_flags(Change((Touched(each, "", "M"),)), site)
            assert (each, flag.name) == (each, name)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_each_pattern_has_a_file_that_no_other_of_its_row_fits(row: Row) -> None:
    folded = [fold(path) for path in FILES[row.name].split()]
    fitting = [
        [each for each in row.patterns if fnmatchcase(path, each.casefold())] for path in folded
    ]

    assert {each for each in row.patterns if [each] in fitting} == {*row.patterns}
