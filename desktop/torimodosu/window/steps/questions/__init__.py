"""The five questions at the beginning."""
