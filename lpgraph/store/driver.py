"""The official driver, imported without pandas and pyarrow.

``neo4j`` imports both if they are installed, only to accept their values as parameters, which we never send. That costs
over a second at the start of every command. It is left out where another thread could be importing them right now.
"""

from __future__ import annotations

import sys
import threading

_UNUSED = ("pandas", "pyarrow")
_hidden = [name for name in _UNUSED if name not in sys.modules] if threading.active_count() == 1 else []
for _name in _hidden:
    sys.modules[_name] = None  # type: ignore[assignment]  # what the import system reads as "not there"
try:
    from neo4j import (
        READ_ACCESS,
        WRITE_ACCESS,
        Driver,
        GraphDatabase,
        ManagedTransaction,
        NotificationMinimumSeverity,
        unit_of_work,
    )
    from neo4j.api import BookmarkManager
    from neo4j.exceptions import (
        AuthError,
        ConfigurationError,
        ConstraintError,
        DriverError,
        Forbidden,
        IncompleteCommit,
        Neo4jError,
        ServiceUnavailable,
        SessionExpired,
    )
finally:
    for _name in _hidden:
        del sys.modules[_name]

__all__ = [
    "READ_ACCESS",
    "WRITE_ACCESS",
    "AuthError",
    "BookmarkManager",
    "ConfigurationError",
    "ConstraintError",
    "Driver",
    "DriverError",
    "Forbidden",
    "GraphDatabase",
    "IncompleteCommit",
    "ManagedTransaction",
    "Neo4jError",
    "NotificationMinimumSeverity",
    "ServiceUnavailable",
    "SessionExpired",
    "unit_of_work",
]
