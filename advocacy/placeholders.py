"""What stands in new files where people's own is to be; the words may not be published."""

SUMMARY = "Say in one sentence what readers will find here."
BODY = "Begin with what happened."
# The colleague of a new site's first post, who is nobody.
COLLEAGUE = "robin-sample"
