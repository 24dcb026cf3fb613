// Areas: see ARCHITECTURE.md.
