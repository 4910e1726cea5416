"""Whom to meet, why, and who can make the introduction."""
