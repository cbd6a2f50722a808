"""The same on many machines, by engines that others keep: see ``examples/many-machines.md``."""
