// Geo: see ARCHITECTURE.md.
