"""The parts of a note and the roles that they play: what `readers.notes` puts together."""
