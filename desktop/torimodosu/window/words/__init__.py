"""Words that several pages choose from what the rules tell."""
