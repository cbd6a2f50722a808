"""The same on many machines, by engines that others keep: see ``docs/many-machines.md``."""
