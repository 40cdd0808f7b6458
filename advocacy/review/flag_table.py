"""Files that no post needs: what each can do, as rows."""

from typing import NamedTuple


class Row(NamedTuple):
    """Files, and why somebody has to look at them.

    Attributes:
        name: What they are, in a word or two.
        patterns: Of paths below the repository's top, whatever their capitals; `*` holds slashes
            as well, and each path has one before it.
        reason: What a change of one can do.
    """

    name: str
    patterns: tuple[str, ...]
    reason: str


# The first row that fits is told.
ROWS = (
    Row(
        "approvals",
        ("*/CODEOWNERS", "*/.mailmap"),
        "It says who has to approve, or whose commits are whose.",
    ),
    Row(
        "pipeline",
        (
            *("*/.github/*", "*/.gitlab/*", "*.gitlab-ci.yml"),
            *("*/.forgejo/*", "*/.gitea/*", "*/.woodpecker*", "*/.circleci/*", "*/.ci/*"),
            *("*/.travis.yml", "*/Jenkinsfile*", "*/azure-pipelines*", "*/bitbucket-pipelines*"),
            *("*/.drone.yml", "*/.cirrus.yml", "*/.builds/*", "*/.build.yml", "*/action.y*ml"),
        ),
        "It runs with the pipeline's rights.",
    ),
    Row(
        "hook",
        (
            *("*/.pre-commit-config.y*ml", "*/.pre-commit-hooks.y*ml", "*/.husky/*"),
            *("*/.githooks/*", "*/hooks/*", "*/lefthook*", "*/.lefthook*", "*/.git-hooks/*"),
        ),
        "It runs on the machine of each colleague who commits.",
    ),
    Row(
        "editor",
        (
            *("*/.vscode/*", "*/.idea/*", "*/.devcontainer/*", "*/.devcontainer.json", "*/.envrc"),
            *("*/mise.toml", "*/.mise.toml", "*/.tool-versions", "*/.editorconfig", "*/.nvim*"),
            *("*/.zed/*", "*/.fleet/*", "*.code-workspace", "*.sublime-project", "*/.exrc"),
        ),
        "It may run on the machine of whoever opens the folder.",
    ),
    Row(
        "assistant",
        (
            *("*/.claude/*", "*/.cursor/*", "*/.windsurf/*", "*/.gemini/*", "*/.codex/*"),
            *("*/.mcp.json", "*/mcp.json", "*/.cursorrules", "*/.windsurfrules", "*/.aider*"),
            *("*/AGENTS.md", "*/AGENTS.override.md", "*/GEMINI.md"),
            *("*/CLAUDE.md", "*/CLAUDE.local.md"),
        ),
        "It tells programs that write for a colleague what to run, and what to do.",
    ),
    Row(
        "git",
        ("*/.gitmodules", "*/.gitattributes", "*/.gitconfig", "*/.lfsconfig", "*/.gitignore"),
        "It says what git fetches, shows, or leaves out.",
    ),
    Row("settings", ("*/advocacy.toml",), "It decides what blocks, and who has to approve."),
    Row("guide", ("*/content/pages/values.md",), "It decides what every text is held to."),
    Row(
        "rules",
        ("*/.vale.ini", "*/styles/*", "*/baseline.json"),
        "It decides what is found, and what is let pass.",
    ),
    Row("build", ("*/pelicanconf.py", "*/publishconf.py", "*/tasks.py"), "The build runs it."),
    Row(
        "plugin",
        ("*/plugins/*", "*.py", "*.py[cidwz]", "*.pth", "*.so", "*.dll", "*.dylib"),
        "The build may run it.",
    ),
    Row("design", ("*/designs/*",), "It is part of every card."),
    Row("theme", ("*/theme/*", "*/templates/*", "*/static/*"), "It is part of every page."),
    Row(
        "dependencies",
        (
            *("*/requirements*", "*/constraints*.txt", "*/pyproject.toml", "*/setup.cfg"),
            *("*.lock", "*/package.json", "*/package-lock.json", "*/pnpm-*.yaml", "*/Pipfile*"),
            *("*/.npmrc", "*/.yarnrc*", "*/pip.conf", "*/uv.toml", "*/.python-version"),
            *("*/pip.ini", "*/.pypirc", "*/.netrc", "*/_netrc", "*/.curlrc", "*/.wgetrc"),
            *("*/tox.ini", "*/Gemfile*", "*/renovate*", "*/.renovaterc*", "*/dependabot.y*ml"),
            *("*/Dockerfile*", "*/Containerfile*", "*/docker-compose*", "*/compose.y*ml"),
        ),
        "It decides whose programs the build runs.",
    ),
    Row(
        "host",
        (
            *("*/_headers", "*/_redirects", "*/netlify.toml", "*/vercel.json", "*/wrangler.*"),
            *("*/.htaccess", "*/CNAME", "*/staticwebapp.config.json", "*/firebase.json"),
        ),
        "It decides what the host serves, and how.",
    ),
    Row(
        "program",
        (
            *("*.sh", "*.bash", "*.js", "*.mjs", "*.cjs", "*.ts", "*.jsx", "*.tsx", "*.wasm"),
            *("*.ps1", "*.bat", "*.cmd", "*.exe", "*.vbs", "*.php", "*.rb", "*.pl", "*.lua"),
            "*.jar",
        ),
        "It is a program.",
    ),
    Row(
        "program",
        (
            *("*/Makefile", "*/GNUmakefile", "*/justfile", "*/taskfile.y*ml", "*/.justfile"),
            "*/Rakefile",
        ),
        "It is a program.",
    ),
)
