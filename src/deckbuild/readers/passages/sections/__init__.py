"""The headings of a note: their titles, numbers and what stands behind them, and how their sections nest."""
