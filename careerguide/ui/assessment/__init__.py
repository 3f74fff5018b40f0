"""The interest assessment in the window: its start, the activities one at a time, and the result."""
