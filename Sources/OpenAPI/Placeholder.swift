// OpenAPI: see ARCHITECTURE.md.
