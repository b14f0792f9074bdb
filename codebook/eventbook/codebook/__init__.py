"""What may be coded: the codebook's model, loading, linting and rendering."""
