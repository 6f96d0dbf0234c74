"""Card terminals as register and headquarters ask them: the port, a process behind it, and one made of software."""
