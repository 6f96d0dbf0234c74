"""Layout files for tests."""

from typing import Any


def button(operation: str = "product.search", column: int = 0, **more: Any) -> dict[str, Any]:
    return {"row": 0, "column": column, "operation": operation, **more}


def page(name: str, *buttons: dict[str, Any], rows: int = 1, **more: Any) -> dict[str, Any]:
    return {"page": name, "rows": rows, "columns": 4, "buttons": list(buttons), **more}


def layout(*pages: dict[str, Any], name: str = "sale", **more: Any) -> dict[str, Any]:
    return {"layout": name, "grids": list(pages), **more}
