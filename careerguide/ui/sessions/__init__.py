"""A counselor's sessions in the window: the page that lists them, the bar of the one in force, its notes, and the dialogs."""
