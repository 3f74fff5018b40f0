"""A hook of MkDocs: the files beside the folder `docs` that belong to the documentation, and the icon, without copies of them."""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[1]
BESIDE = {
    "CHANGELOG.md": "CHANGELOG.md",
    "THIRD_PARTY.md": "THIRD_PARTY.md",
    "SECURITY.md": "SECURITY.md",
    "LICENSE": "LICENSE.txt",
}
ICON = "resources/icons/careerguide.svg"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add them."""
    for name, goal in {**BESIDE, ICON: "pictures/icon.svg"}.items():
        if (ROOT / name).is_file():
            files.append(File.generated(config, goal, abs_src_path=str(ROOT / name)))
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """On GitHub they are a folder up; here they are in the same one."""
    for name, goal in BESIDE.items():
        markdown = re.sub(rf"\]\((?:\.\./)?{re.escape(name)}\)", f"]({goal})", markdown)
    return markdown
