"""Actors: from a noun phrase to a named side with a category, by known group, nationality and role word."""
