"""Career Guide: every occupation in the United States, offline, on one page each."""

__version__ = "0.1.0"
