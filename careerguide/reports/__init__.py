"""An occupation as JSON or text."""
