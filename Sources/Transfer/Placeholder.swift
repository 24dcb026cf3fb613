// Transfer: see ARCHITECTURE.md.
