"""Build hook: the embedded starter guide and the compiled translations are made when the package is built, never at first start."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class EmbeddedDataHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes careerguide/starter.guide and careerguide/translations for wheels and editable installs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make both; hatchling then packs them as artifacts."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        sys.path[:0] = [str(root), str(root / "packaging")]
        try:
            import translations

            from careerguide.db.build import build_starter
        finally:
            del sys.path[:2]
        build_starter(root / "resources" / "guide", root / "careerguide" / "starter.guide")
        translations.release()
