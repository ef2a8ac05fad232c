"""The parts that every page is made of: colours, words, icons and blocks."""
