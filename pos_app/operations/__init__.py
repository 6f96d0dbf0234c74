"""What a button may do: each operation is a description plus a plain function."""
