// Measures: see ARCHITECTURE.md.
