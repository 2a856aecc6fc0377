"""The small grammar of what people type, in Spanish and English. It refuses rather than guesses."""
