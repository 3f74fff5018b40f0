"""How wide words are likely to be, where no font can be asked: average widths of letters, a little on the wide side."""

_EMS = {
    0.30: "ijl.,:;'|!’‘",
    0.36: ' ()[]frt-/"“”',
    0.52: "csvxyzkJ",
    0.60: "abdeghnopquL0123456789$·",
    0.68: "ABCEFPRSTVXYZK–",
    0.78: "DGHNOQU&",
    0.95: "mwMW%—…",
}
_WIDTHS = {letter: ems for ems, letters in _EMS.items() for letter in letters}
_OTHER = 0.65
_BOLD = 1.08


def text_width(words: str, px: float, *, bold: bool = False) -> float:
    """The estimated width of `words` in a sans-serif font of `px` pixels."""
    return sum(_WIDTHS.get(letter, _OTHER) for letter in words) * px * (_BOLD if bold else 1)


def wrapped(words: str, px: float, room: float, *, bold: bool = False) -> list[str]:
    """`words` in lines that are likely to fit in `room` pixels; a single word that is too long keeps a line of its own.

    Lines break at spaces, not at non-breaking ones.
    """
    lines: list[str] = []
    for word in filter(None, words.split(" ")):
        if lines and text_width(f"{lines[-1]} {word}", px, bold=bold) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
