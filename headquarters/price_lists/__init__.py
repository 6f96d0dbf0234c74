"""Prices by stores and times, set up as lists and told to registers by publishing."""
