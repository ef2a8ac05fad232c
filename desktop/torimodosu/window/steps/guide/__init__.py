"""Steps whose tools are the person: instructions, contacts and deadlines."""
