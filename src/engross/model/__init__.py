"""The values that pass between stages: frozen, typed, and without behaviour of any stage."""
