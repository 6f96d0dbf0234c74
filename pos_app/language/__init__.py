"""What people read, in English, Norwegian Bokmål and Dutch: words, amounts, days and numbers, without Qt."""
