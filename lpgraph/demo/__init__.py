"""The fictional network: seeded, invented, written as files in the loaders' formats and loaded like any others."""

from lpgraph.demo.build import SEED, build
from lpgraph.demo.loading import Demo, demo_settings, load_demo, stories, write
from lpgraph.demo.stories import Story

__all__ = ["SEED", "Demo", "Story", "build", "demo_settings", "load_demo", "stories", "write"]
