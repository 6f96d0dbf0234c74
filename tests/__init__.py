"""The tests, mirroring the packages file by file; an installed package called `tests` must not hide them."""
