"""Where the graph is and how to reach it: the ``NEO4J_*`` names of Neo4j's own tools, and ``LPGRAPH_HOME``."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import platformdirs
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

DEFAULT_DATABASE = "neo4j"
MATCH_AUTO = 0.97  # docs/decisions/0011-people-by-shipped-trees.md


class Settings(BaseSettings):
    """What the environment says; without ``NEO4J_URI`` the graph is an embedded server below ``home``."""

    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore", frozen=True)

    home: Path = Field(
        default_factory=lambda: platformdirs.user_data_path("lpgraph", appauthor=False), validation_alias="LPGRAPH_HOME"
    )
    uri: str | None = Field(default=None, validation_alias="NEO4J_URI")
    username: str = Field(default="neo4j", validation_alias="NEO4J_USERNAME")
    password: SecretStr | None = Field(default=None, validation_alias="NEO4J_PASSWORD")
    password_file: Path | None = Field(default=None, validation_alias="NEO4J_PASSWORD_FILE")
    database: str = Field(default=DEFAULT_DATABASE, validation_alias="NEO4J_DATABASE")
    # How likely two records must be one to be joined, and to be asked about (0 to 1). Careful: 0.988.
    match_auto: float = Field(default=MATCH_AUTO, gt=0.5, le=1, validation_alias="LPGRAPH_MATCH_AUTO")
    match_ask: float = Field(default=0.5, gt=0, lt=1, validation_alias="LPGRAPH_MATCH_ASK")
    keep_server: bool = Field(default=True, validation_alias="LPGRAPH_KEEP_SERVER")

    # How often one person is asked in a month, and for how many days a no rests (docs/introductions.md).
    monthly_received: int = Field(default=3, ge=1, validation_alias="LPGRAPH_MONTHLY_RECEIVED")
    monthly_brokered: int = Field(default=2, ge=1, validation_alias="LPGRAPH_MONTHLY_BROKERED")
    monthly_requested: int = Field(default=5, ge=1, validation_alias="LPGRAPH_MONTHLY_REQUESTED")
    cool_off_days: int = Field(default=180, ge=1, validation_alias="LPGRAPH_COOL_OFF_DAYS")
    snooze_days: int = Field(default=90, ge=1, validation_alias="LPGRAPH_SNOOZE_DAYS")
    # Weights from 300 answers on; off, or back to off, they are as shipped.
    learning: bool = Field(default=False, validation_alias="LPGRAPH_LEARNING")
    # Whose eyes these are, where events and campaigns are marked c3 or c4: nothing of the other side is used.
    legal_entity: Literal["c3", "c4", "both"] = Field(default="both", validation_alias="LPGRAPH_LEGAL_ENTITY")

    @property
    def embedded(self) -> bool:
        """Whether the graph is kept by our own server on this machine."""
        return self.uri is None


def load_settings(home: Path | None = None, uri: str | None = None) -> Settings:
    """The settings of this process; ``--home`` and ``--uri`` win over the environment.

    A ``home`` that is given means the embedded server in it, unless a ``uri`` is given too.
    """
    settings = Settings()
    change: dict[str, object] = {"home": Path(settings.home).expanduser().absolute()}
    if home is not None:
        change |= {"home": home.expanduser().absolute(), "uri": None}
    if uri is not None:
        change["uri"] = uri
    return settings.model_copy(update=change)
