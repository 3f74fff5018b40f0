"""Career Guide: every occupation in the United States, offline, on one page each."""

__version__ = "1.0.0"
