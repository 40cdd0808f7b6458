"""The forges that a site's repository can live on, with the files that each reads there."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Forge:
    """Where a repository lives, and how it is told what to do.

    Attributes:
        name: What people call it.
        sources: By the path in a site's folder, the packaged file that is written there.
        still: What is left to a person, in the forge's own settings.
    """

    name: str
    sources: Mapping[str, str]
    still: str


def _like_forgejo(name: str, folder: str) -> Forge:
    return Forge(
        name,
        {
            f"{folder}/workflows/review.yml": "forgejo/review.yml",
            f"{folder}/workflows/approve.yml": "forgejo/approve.yml",
            f"{folder}/workflows/publish.yml": "forgejo/publish.yml",
            f"{folder}/pull_request_template.md": "texts/request.md",
            f"{folder}/issue_template/suggest-a-post.yml": "texts/suggest-a-post.yml",
            f"{folder}/issue_template/change-the-guide.yml": "texts/change-the-guide.yml",
        },
        "a runner with the label `docker`",
    )


FORGES = {
    "github": Forge(
        "GitHub",
        {
            ".github/workflows/review.yml": "github/review.yml",
            ".github/workflows/comment.yml": "github/comment.yml",
            ".github/workflows/approve.yml": "github/approve.yml",
            ".github/workflows/publish.yml": "github/publish.yml",
            ".github/pull_request_template.md": "texts/request.md",
            ".github/ISSUE_TEMPLATE/suggest-a-post.yml": "texts/suggest-a-post.yml",
            ".github/ISSUE_TEMPLATE/change-the-guide.yml": "texts/change-the-guide.yml",
        },
        "`GitHub Actions` as the source of Pages",
    ),
    "gitlab": Forge(
        "GitLab",
        {
            ".gitlab-ci.yml": "gitlab/gitlab-ci.yml",
            ".gitlab/merge_request_templates/Default.md": "texts/request.md",
            ".gitlab/issue_templates/Suggest a post.md": "texts/suggest-a-post.md",
            ".gitlab/issue_templates/Change the guide.md": "texts/change-the-guide.md",
        },
        "a pipeline schedule, and ADVOCACY_TOKEN for comments",
    ),
    "forgejo": _like_forgejo("Forgejo", ".forgejo"),
    "gitea": _like_forgejo("Gitea", ".gitea"),
}
