"""What a hostile author may try, as tables, each row tried on a real build."""
