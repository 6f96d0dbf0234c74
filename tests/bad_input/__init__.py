"""Bad input through the real programs: clear words, nothing lost or changed, and the next thing works."""
