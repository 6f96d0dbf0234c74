"""Registers, their enrolment and their tokens."""
