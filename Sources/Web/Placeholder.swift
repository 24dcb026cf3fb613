// Web: see ARCHITECTURE.md.
