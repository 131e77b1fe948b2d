"""Reading files: layouts, formats, and files that mean harm."""
