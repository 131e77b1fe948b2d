"""The pages: forms and links that work without scripts, on loopback only."""
