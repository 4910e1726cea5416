"""From settings to the address and account of the user's own Neo4j."""

from __future__ import annotations

from lpgraph.errors import UsageError
from lpgraph.settings import Settings
from lpgraph.store.graph import Endpoint


def own_neo4j(settings: Settings) -> Endpoint:
    """The Neo4j that ``NEO4J_URI`` names. Raises ``UsageError`` when there is no password to use."""
    return Endpoint(settings.uri or "", settings.username, password(settings), settings.database)


def password(settings: Settings) -> str:
    """The password from the variable, or else from the file that ``NEO4J_PASSWORD_FILE`` names."""
    if settings.password is not None:
        return settings.password.get_secret_value()
    if settings.password_file is None:
        raise UsageError(f"{settings.uri} needs a password: set NEO4J_PASSWORD or NEO4J_PASSWORD_FILE")
    try:
        return settings.password_file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"NEO4J_PASSWORD_FILE: cannot read {settings.password_file} ({error})") from error
