"""Diagram source → scene → SVG and PNG."""
