"""Speed and memory as ratios: each side of a ratio is measured in turn, in one run, on one machine."""
