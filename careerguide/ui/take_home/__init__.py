"""The take-home code on the screen: shown, read back, and found in pictures."""
