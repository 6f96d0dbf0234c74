"""What register and headquarters say to each other, as strict models."""
