"""Words on a page → lines in the order a person reads them. Knows geometry, not what the words mean."""
