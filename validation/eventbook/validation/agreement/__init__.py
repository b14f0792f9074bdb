"""Intercoder reliability: how far two or more coders agree on cells and on what is an event."""
