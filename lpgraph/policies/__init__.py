"""Policies: where each stands, which cities are alike, who knows about it, and the questions that officials ask."""
