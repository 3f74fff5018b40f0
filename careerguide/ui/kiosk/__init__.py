"""The kiosk: one window for many visitors, each of whom starts clean."""
