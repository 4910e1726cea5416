"""What words of files mean: names of unions (internationals, designations, numbers), stages of measures, stances.

All layers read the same tables here, so that nothing is one thing in a file and another in the graph.
"""
