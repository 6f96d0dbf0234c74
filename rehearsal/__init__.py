"""Plays the whole of Kassa on one machine: scenario files, a broken network, the demo and its tour."""
