"""Build hook: the embedded starter guide is made from `resources/guide` when the package is built, never at first start."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class StarterGuideHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes careerguide/starter.guide for wheels and editable installs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the guide; hatchling then packs it as an artifact."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        try:
            from careerguide.db.build import build_starter
        finally:
            sys.path.remove(str(root))
        build_starter(root / "resources" / "guide", root / "careerguide" / "starter.guide")
