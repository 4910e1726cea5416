"""Convenings: who sits with whom, so that useful new ties are made, and how it changes when somebody cancels."""
