"""Goods, prices and customers from CSV files: all good rows in one commit, the others named with their reasons."""
