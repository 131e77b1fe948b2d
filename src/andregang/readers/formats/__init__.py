"""One module a format; each has `read(data: bytes) -> DocumentText` and knows no other format."""
