"""Programs outside Engross: the only folder that starts any, one module for each.

A module has a probe (is the program there, and where?) apart from its run. What a program says of a
file is a value; that a program is missing or broken is an error, and never a verdict.
"""
