"""Use cases: plain functions over a unit of work; none calls another."""
