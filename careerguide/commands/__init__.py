"""The commands of the command line, by what they are about. Each module adds its own to the parser, with the function that runs it."""
