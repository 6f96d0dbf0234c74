"""Sheets: they replace the entry and grid zones while receipt, totals and customer stay visible."""
