"""How severe a finding can be."""

# From the least to the most.
SEVERITIES = ("suggestion", "warning", "error")
