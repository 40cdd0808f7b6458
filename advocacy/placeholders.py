"""The words that `advocacy new` puts where an author's own are to be: none may be published."""

SUMMARY = "Say in one sentence what readers will find here."
BODY = "Begin with what happened."
