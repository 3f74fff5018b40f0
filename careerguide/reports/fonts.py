"""The fonts of reports, the first that a machine has; the last stands for any without serifs."""

FONTS = ("Segoe UI", "Helvetica Neue", "Noto Sans", "Liberation Sans", "DejaVu Sans", "Arial", "sans-serif")
