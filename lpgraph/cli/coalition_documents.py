"""What the coalition verbs print with ``--json``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lpgraph.coalitions.coverage import Cell
    from lpgraph.coalitions.scene import Scene
    from lpgraph.coalitions.structure import Structure
    from lpgraph.coalitions.triad import Triad
    from lpgraph.coalitions.what_if import Change


def triad_document(scene: Scene, found: Triad, cell: Cell | None = None) -> dict[str, Any]:
    """A triad as ``coalition --json`` gives it."""
    city = cell.city if cell else None
    return {
        "area": found.area,
        "name": scene.name(found.area),
        "tier": city.tier if city else "",
        "stage": city.stage if city else "",
        "nextVote": city.next_vote if city else "",
        "owner": city.owner if city else "",
        "score": found.score,
        "gap": cell.gap if cell else None,
        "corners": [
            {
                "corner": str(c.corner),
                "members": [{"id": m.id, "name": m.name, "kind": m.kind} for m in c.members],
                "leaning": [{"id": m.id, "name": m.name, "kind": m.kind} for m in c.leaning],
                "against": [{"id": m.id, "name": m.name, "kind": m.kind} for m in c.against],
            }
            for c in found.corners
        ],
        "sides": [
            {
                "a": str(s.a),
                "b": str(s.b),
                "strength": s.strength,
                "word": s.word,
                "ties": [{"how": t.how, "a": t.a, "b": t.b, "event": t.event or None} for t in s.ties],
            }
            for s in found.sides
        ],
        "missing": [str(c) for c in found.missing],
    }


def structure_document(found: Structure) -> dict[str, Any]:
    """Who holds a coalition together, as ``coalition --json`` gives it."""
    return {
        "members": [{"id": m.id, "name": m.name, "kind": m.kind} for m in found.members],
        "ties": [list(edge) for edge in found.edges],
        "articulation": [
            {"id": h.member.id, "name": h.member.name, "parts": [[m.id for m in part] for part in h.parts]}
            for h in found.holders
        ],
        "communities": [[m.id for m in part] for part in found.communities],
        "brokerage": [{"id": b.member.id, "name": b.member.name, "roles": dict(b.roles)} for b in found.between],
        "alone": [m.id for m in found.alone],
    }


def change_document(scene: Scene, change: Change) -> dict[str, Any]:
    """What one campaign in one area loses, as ``what-if --json`` gives it."""
    return {
        "campaign": {"id": change.city.campaign, "name": scene.name(change.city.campaign)},
        "area": {"id": change.city.area, "name": scene.name(change.city.area)},
        "scoreBefore": change.before.score,
        "scoreAfter": change.after.score,
        "cornersLost": [str(c) for c in change.corners_lost],
        "sidesLost": [{"a": str(s.a), "b": str(s.b), "before": s.strength} for s in change.sides_lost],
        "yesLost": change.votes_lost,
        "isolated": [{"id": m.id, "name": m.name} for m in change.isolated],
        "newParts": change.parts,
        "replacements": [
            {
                "a": str(side.a),
                "b": str(side.b),
                "brokers": [{"id": m.member.id, "name": m.member.name, "how": m.how} for m in some],
            }
            for side, some in change.replacements
        ],
    }
