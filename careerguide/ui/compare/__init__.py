"""The parts of the page that puts occupations side by side."""
