// Charts: see ARCHITECTURE.md.
