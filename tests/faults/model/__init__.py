"""The model: registers and headquarters in memory, with network, clocks, crashes and restores under control."""
