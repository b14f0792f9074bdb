"""Kinds: which sub-event type of the codebook an event is, by its conditions first."""
