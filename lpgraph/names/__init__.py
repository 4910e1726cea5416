"""What organizations' names say: the internationals, their former names, and a union's designation and number.

Loaders and identity read the same table here, so that no union is one thing in a file and another in the graph.
"""
