"""Saved careers: the star, the page of lists, and the notes."""
