"""Reports on paper: laid out in pages, painted on a printer, a PDF or the screen."""
