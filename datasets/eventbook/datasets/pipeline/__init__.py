"""The main job: articles read, coded, checked and written as a version of a dataset, or as plain rows."""
