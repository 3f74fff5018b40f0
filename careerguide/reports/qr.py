"""QR codes, and the public pages of an occupation that they lead a phone to."""

from careerguide.domain.codes import OnetSocCode

QUIET_ZONE = 4
"""Modules of white that ISO/IEC 18004 asks for on every side."""


def my_next_move(code: OnetSocCode) -> str:
    """The address of an occupation at My Next Move, the Department of Labor's site for students and job seekers."""
    return f"https://www.mynextmove.org/profile/summary/{code}"


def onet_online(code: OnetSocCode) -> str:
    """The address of an occupation at O*NET OnLine, the Department of Labor's site with all figures."""
    return f"https://www.onetonline.org/link/summary/{code}"


def qr_matrix(text: str) -> tuple[tuple[bool, ...], ...]:
    """The modules of the QR code of `text`, row by row, true for dark, without the quiet zone.

    Error correction is at least M, so that 15 % of the code may be damaged. Raises `ValueError` where `text` is empty or too long
    for a QR code (about 2,300 bytes).
    """
    import segno

    if not text:
        raise ValueError("there is no text to put into a QR code")
    code = segno.make_qr(text, error="m")
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


def qr_path(matrix: tuple[tuple[bool, ...], ...]) -> str:
    """The dark modules as the data of one SVG path, a module being one unit and the quiet zone left free around them."""
    runs: list[str] = []
    for y, row in enumerate(matrix):
        x = 0
        while x < len(row):
            start = x
            while x < len(row) and row[x]:
                x += 1
            if x > start:
                runs.append(f"M{start + QUIET_ZONE} {y + QUIET_ZONE}h{x - start}v1h-{x - start}z")
            x += 1
    return "".join(runs)


def qr_svg(text: str, title: str, size: int) -> str:
    """The QR code of `text` as an SVG of `size` × `size` pixels, black on white with its quiet zone.

    `title` is what a screen reader says. Raises as `qr_matrix` does.
    """
    from html import escape

    matrix = qr_matrix(text)
    modules = len(matrix) + 2 * QUIET_ZONE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 {modules} {modules}" role="img" '
        f'shape-rendering="crispEdges"><title>{escape(title)}</title><desc>{escape(text)}</desc>'
        f'<rect width="{modules}" height="{modules}" fill="#ffffff"/><path fill="#000000" d="{qr_path(matrix)}"/></svg>'
    )
