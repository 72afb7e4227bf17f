"""How articles come in: from files and feeds, made ready to be stored."""
