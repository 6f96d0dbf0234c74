"""Widgets only: they draw the frozen views of `pos_app.views` and emit what the cashier wants."""
