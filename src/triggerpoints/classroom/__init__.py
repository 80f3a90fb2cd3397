"""Nbgrader courses whose marks come from answers, not from running code."""
