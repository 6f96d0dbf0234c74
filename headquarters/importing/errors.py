"""The two ways an import says no: to a cell, so that its row is left out, and to a whole file."""


class CellRefused(Exception):
    """A cell that cannot be kept; the text is the rule it breaks."""


class FileRefused(Exception):
    """A file that cannot be imported; the text says why, and nothing of it was kept."""
