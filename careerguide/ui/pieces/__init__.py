"""Pieces of the window, each made once and used everywhere."""
