"""The concept model → what goes where. Pure functions; nothing here knows a file format or a third-party library."""
