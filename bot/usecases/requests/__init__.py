"""What is asked of an area: filed, answered, passed on, withdrawn, listed."""
