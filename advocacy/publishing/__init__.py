"""From what people wrote to what each page shows: pure functions that make views."""
