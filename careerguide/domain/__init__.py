"""What an occupation page is, and the rules of the field. Standard library only."""
