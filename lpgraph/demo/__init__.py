"""The fictional network: seeded, invented, written as files in the loaders’ formats and loaded like any other."""
