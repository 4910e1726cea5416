"""The dashboard: ``main`` draws it, ``serve`` starts it; what it computes is in the ``views`` modules."""
