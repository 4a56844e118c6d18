"""Sources → the concept model."""
