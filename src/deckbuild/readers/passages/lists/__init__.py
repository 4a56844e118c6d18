"""The lists of a note: what belongs together, what each item says, and what a list is."""
