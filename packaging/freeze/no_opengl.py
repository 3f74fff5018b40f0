"""Stands for Qt's OpenGL modules in the frozen program: pyqtgraph names them when it is imported and uses them only where it is told to
draw with OpenGL. The real ones take 10 MB.
"""

import sys
from types import ModuleType

for name in ("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets"):
    stand_in = ModuleType(name)
    stand_in.QOpenGLWidget = object  # type: ignore[attr-defined]
    sys.modules[name] = stand_in
