"""Transactions and the sales orders made from them."""
