"""Events: acts of a sentence joined to happenings, happenings of an article joined to events."""
