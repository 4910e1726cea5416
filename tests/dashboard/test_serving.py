"""What is served: one loopback address, our headers, the vendored files as they were, the same settings everywhere."""

from __future__ import annotations

import hashlib
import socket
import tomllib
from pathlib import Path

import pytest
from streamlit.components.v2.manifest_scanner import scan_component_manifests

import lpgraph
from lpgraph.dashboard import headers, serve
from lpgraph.errors import UsageError
from lpgraph.settings import Settings

PACKAGE = Path(lpgraph.__file__).parent
ASSETS = PACKAGE / "dashboard" / "graph" / "assets"
ENTRY = PACKAGE / "dashboard" / "entry"
CHECKOUT = Path(__file__).parents[2]


def test_every_asset_has_the_hash_that_is_written_down() -> None:
    """A vendored file that changed, or one that nobody wrote down, fails here."""
    listed = dict(reversed(line.split(maxsplit=1)) for line in (ASSETS / "SHA256SUMS").read_text().splitlines())
    found = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in ASSETS.iterdir() if p.name != "SHA256SUMS"}
    assert found == listed


def test_the_vendored_library_is_the_one_of_the_registry_with_its_licences() -> None:
    """vis-network 10.1.5 as npm has it, both licences and the notice beside it."""
    digest = hashlib.sha256((ASSETS / "vis-network-10.1.5.min.mjs").read_bytes()).hexdigest()
    assert digest == "78a1a1a419b7cda9fc9c7bfee72ec189f799bf9bb3967b9985fea156977d899e"
    names = {p.name for p in ASSETS.glob("vis-network.*")}
    assert names == {"vis-network.LICENSE-MIT.txt", "vis-network.LICENSE-APACHE-2.0.txt", "vis-network.NOTICE.txt"}


def test_our_scripts_write_no_html() -> None:
    """Names reach the page by textContent alone."""
    ours = "\n".join(p.read_text(encoding="utf-8") for p in ASSETS.glob("*.js"))
    assert "textContent" in ours
    assert not [
        w for w in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(") if w in ours
    ]


def test_streamlit_finds_the_component_in_this_install() -> None:
    """The manifest in the package folder is found and points to the assets."""
    found = [(m, root) for m, root in scan_component_manifests() if m.name == "lpgraph"]
    assert len(found) == 1
    manifest, root = found[0]
    assert [component.name for component in manifest.components] == ["graph"]
    assert manifest.components[0].resolve_asset_root(root) == ASSETS


def test_the_checkout_is_served_as_the_package_is() -> None:
    """The settings at the top of a checkout are the packaged ones, letter by letter."""
    top = CHECKOUT / ".streamlit" / "config.toml"
    assert top.read_bytes() == (ENTRY / ".streamlit" / "config.toml").read_bytes()


def test_settings_keep_the_dashboard_to_this_machine() -> None:
    """Loopback alone, no statistics, no details of errors, uploads up to 50 MB, both themes."""
    config = tomllib.loads((ENTRY / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["server"]["address"] == "127.0.0.1"
    assert set(config["server"]["allowedHosts"]) == {"localhost", "127.0.0.1"}
    assert config["server"]["maxUploadSize"] == 50
    assert config["browser"]["gatherUsageStats"] is False
    assert config["client"]["showErrorDetails"] == "none"
    assert {"light", "dark"} <= set(config["theme"])


def test_the_policy_allows_no_foreign_source_and_no_inline_script() -> None:
    """Scripts come from our own server or are Streamlit's own by hash; nothing is loaded from elsewhere."""
    parts = dict(part.split(" ", 1) for part in headers.POLICY.split("; "))
    assert "'unsafe-inline'" not in parts["script-src"]
    assert "'unsafe-eval'" not in parts["script-src"]
    assert "https:" not in headers.POLICY
    assert parts["frame-ancestors"] == "'none'"


def test_a_taken_port_is_refused_or_passed_over() -> None:
    """A port that was asked for and is taken is a clear error; with none asked for, the next free one is used."""
    with socket.socket() as other:
        other.bind((serve.HOST, 0))
        other.listen()
        taken = other.getsockname()[1]
        with pytest.raises(UsageError, match=str(taken)):
            serve.serve(Settings(), taken, False)
        assert serve.free_port(taken) > taken


def test_no_secret_is_on_the_command_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A password goes to the server by its environment, never as an argument; the home is the one asked for."""
    monkeypatch.setenv("NEO4J_PASSWORD", "hush")
    monkeypatch.setenv("NEO4J_URI", "bolt://elsewhere:7687")
    settings = Settings().model_copy(update={"home": tmp_path, "uri": None})
    assert "hush" not in " ".join(serve.command(8501))
    assert "--server.address=127.0.0.1" in serve.command(8501)
    env = serve.environment(settings)
    assert env["LPGRAPH_HOME"] == str(tmp_path)
    assert "NEO4J_URI" not in env
    assert serve.environment(Settings())["NEO4J_URI"] == "bolt://elsewhere:7687"
