"""The carrier: takes what a register made to headquarters, and brings headquarters' data back."""
