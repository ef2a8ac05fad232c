"""Usage-notice mails: what the issuers of cards tell of each use."""
