"""The store: the only home of the ``neo4j`` driver. ``open_store`` is how everything else reaches the graph."""

from __future__ import annotations

from lpgraph.settings import Settings
from lpgraph.store import embedded, schema
from lpgraph.store.address import own_neo4j
from lpgraph.store.graph import Endpoint, Store, replay
from lpgraph.store.lease import writer

__all__ = ["Endpoint", "Store", "open_store", "replay", "writer"]


def open_store(settings: Settings, *, reader: bool = False) -> Store:
    """The graph that the settings name, with its schema in place.

    Without ``NEO4J_URI`` the embedded server of ``settings.home`` is started, or used if it runs. A ``reader`` cannot
    write: on the embedded server by its account, on Neo4j by the driver's read mode. Raises ``StoreUnreachable``,
    within 10 s, when nothing answers.
    """
    if not settings.embedded:
        store = Store(own_neo4j(settings))
    else:
        home = settings.home
        ours = not settings.keep_server and embedded.status(home) is None
        store = Store(
            embedded.endpoint(home, reader=reader),
            revive=lambda: embedded.endpoint(home, reader=reader),
            before_write=lambda: embedded.check_space(home),
            on_close=(lambda: embedded.stop(home)) if ours else None,
        )
    if not reader:
        schema.ensure(store)
    return store
