"""How an article becomes rows: one module or folder per step of the way."""
