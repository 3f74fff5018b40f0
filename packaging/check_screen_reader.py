#!/usr/bin/env python3
"""What a screen reader gets of the window, by a real AT-SPI client: search, page, tab. Prints a transcript.

    xvfb-run -a dbus-run-session -- sh -c
      "openbox & /usr/bin/python3 packaging/check_screen_reader.py .venv/bin/python -m careerguide"

Needs Debian's at-spi2-core, python3-pyatspi, xdotool, xvfb and openbox (keys of menus work only where a window can be active). The
transcript in docs/accessibility.md is made with it. The exit code is 0 if the window could be used by what was said alone.
"""

import os
import subprocess
import sys
import tempfile
import time

import pyatspi
from gi.repository import GLib

PATIENCE_SECONDS = 40


def main() -> int:
    """Start the program, walk through it by keys, and print what the focus says at each step."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "HOME": home, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            environment.pop(name, None)
        pyatspi.Registry.registerEventListener(hear, "object:state-changed:focused")
        program = subprocess.Popen(sys.argv[1:], env=environment)
        try:
            return walk()
        finally:
            program.terminate()
            program.wait()


def walk() -> int:
    """The steps of a person who hears and types."""
    window = wait_for(
        lambda: next((frame for application in desktop() for frame in application if "Career Guide" in frame.name), None)
    )
    print(f"(window) {said(window)}")
    wait_for(lambda: find(window, "label", "1,016 careers"))
    step("types “registred nurse”", "type", "registred nurse")
    field = wait_for(lambda: find(window, "text", "Search for a career"))
    print(f"    {said(field)}")
    count = wait_for(
        lambda: next(
            (one for one in every(window, "label") if one.name.startswith(("Did you mean", "1 career")) or one.name[:1].isdigit()),
            None,
        )
    )
    print(f"    announced: {count.name}")
    items = wait_for(lambda: [one for one in every(window, "list item") if one.name.startswith("Registered Nurses")])
    print(f"    first in the list: {said(items[0])}")
    step("presses Enter", "key", "Return")
    wait_for(lambda: find(window, "label", "Registered Nurses"))
    wait_for(lambda: "Registered Nurses" in window.name)
    print(f"    window: {window.name}")
    tab = wait_for(lambda: find(window, "page tab", "Overview"))
    print(f"    {said(tab)}")
    go_to_tabs(window)
    step("presses Ctrl+9", "key", "ctrl+9")
    heading = wait_for(lambda: find(window, "label", "Will there be jobs?"))
    print(f"    {said(find(window, 'page tab', 'Pay and outlook'))}")
    print(f"    heading: {heading.name}")
    for _ in range(4):
        tab_once(window)
    figures = [one.name for one in every(window, "table cell") if one.name][:8]
    print(f"  table: {' | '.join(figures)}")
    return 0 if figures else 1


def go_to_tabs(window: object) -> None:
    """Press Tab until the tabs of the page have the focus."""
    for _ in range(14):
        focused = tab_once(window)
        if focused is not None and "tab" in focused.getRoleName():
            return
    raise SystemExit("Tab does not lead to the tabs of the page")


def tab_once(window: object) -> object:
    """Press Tab and say what has the focus then, by the event that a screen reader follows."""
    heard.clear()
    subprocess.run(["xdotool", "key", "Tab"], check=True)
    until = time.monotonic() + 3
    while time.monotonic() < until and not heard:
        GLib.MainContext.default().iteration(False)
        time.sleep(0.02)
    print(f"  Tab: {said(heard[-1]) if heard else '(nothing)'}")
    return heard[-1] if heard else None


def hear(event: object) -> None:
    """Keep what got the focus."""
    if event.detail1:
        heard.append(event.source)


heard: "list[object]" = []


def desktop() -> list[object]:
    """The programs that a screen reader sees."""
    return [application for application in pyatspi.Registry.getDesktop(0) if application is not None]


def step(words: str, *keys: str) -> None:
    """Say what is done, and do it with xdotool."""
    print(f"{words}:")
    subprocess.run(["xdotool", keys[0], *keys[1:]], check=True)
    time.sleep(1.2)


def every(top: object, role: str | None = None) -> "list[object]":
    """All that is showing beneath something, in order."""
    found = []
    waiting = [top]
    while waiting:
        one = waiting.pop(0)
        if one is None:
            continue
        try:
            one.clearCache()
            if one is not top and not one.getState().contains(pyatspi.STATE_SHOWING):
                continue
            if role is None or one.getRoleName() == role:
                found.append(one)
            waiting += [one.getChildAtIndex(place) for place in range(min(one.childCount, 60))]
        except Exception:  # what went away meanwhile
            continue
    return found


def find(top: object, role: str, name: str) -> object:
    """The first thing of a role and a name, None where there is none."""
    return next((one for one in every(top, role) if one.name == name), None)


def said(one: object) -> str:
    """As a screen reader says it: name, role, states."""
    states = [
        word
        for word, state in (
            ("focused", pyatspi.STATE_FOCUSED),
            ("selected", pyatspi.STATE_SELECTED),
            ("checked", pyatspi.STATE_CHECKED),
            ("unavailable", pyatspi.STATE_SENSITIVE),
        )
        if one.getState().contains(state) is (word != "unavailable")
    ]
    description = f" – {one.description}" if one.description else ""
    return ", ".join([one.name or "(no name)", one.getRoleName(), *states]) + description


def wait_for(ready: object) -> object:
    """What `ready` gives, once it gives something."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        try:
            found = ready()
        except Exception:  # the tree is being built
            found = None
        if found:
            return found
        time.sleep(0.3)
    raise SystemExit("what a screen reader waits for did not come")


if __name__ == "__main__":
    sys.exit(main())
