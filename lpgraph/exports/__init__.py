"""The graph as files for elsewhere, and the reference file back into an empty graph (``docs/exports.md``)."""

from lpgraph.exports.importing import Imported, import_file
from lpgraph.exports.making import FORMATS, Exported, Options, export

__all__ = ["FORMATS", "Exported", "Imported", "Options", "export", "import_file"]
