"""Official files and the starter guide's own, one module a source: files to typed rows."""
