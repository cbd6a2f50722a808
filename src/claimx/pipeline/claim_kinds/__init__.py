"""What kind of claim an attribution is: its cue, directness, act, stance, polarity, certainty."""
