"""Links the marked sources, cues and contents into attributions."""
