"""Whom to meet, why, and who can make the introduction."""

from lpgraph.introductions.across import Pairing, best_across
from lpgraph.introductions.model import Ask, Broker, FactRef, Gate, Reason, Suggestion, WhyNot
from lpgraph.introductions.suggest import suggest, why_nobody, why_not
from lpgraph.introductions.weights import DEFAULT, Limits, Rules, Weights

__all__ = [
    "DEFAULT",
    "Ask",
    "Broker",
    "FactRef",
    "Gate",
    "Limits",
    "Pairing",
    "Reason",
    "Rules",
    "Suggestion",
    "Weights",
    "WhyNot",
    "best_across",
    "suggest",
    "why_nobody",
    "why_not",
]
