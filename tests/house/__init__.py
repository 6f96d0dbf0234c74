"""The rules of the house: what is asked of every file of the project, each with an example it rejects."""
