"""The store as arrays, read once: who met whom, what they share, and walks over both. The only home of scipy."""
