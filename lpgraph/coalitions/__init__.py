"""Coalitions: who is in, who is missing, how the votes stand, who holds it together, what breaks if somebody leaves."""
