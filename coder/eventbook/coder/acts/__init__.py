"""Acts: what words say that somebody did; finding the words, and who did it to whom."""
