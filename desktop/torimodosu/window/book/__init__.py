"""The pages, each built when it is first shown."""
