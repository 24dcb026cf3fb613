// Figures: see ARCHITECTURE.md.
