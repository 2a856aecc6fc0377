"""Clocks: starting and stopping them, and the sweep that moves them."""
