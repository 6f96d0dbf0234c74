"""Work by schedule and by command, with its sessions."""
