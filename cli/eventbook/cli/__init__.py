"""The command `eventbook`: one module per command, no logic."""
