"""What the library knows of Persian text. Each file does one thing; nothing here knows of summaries."""
