"""SVG drawings as they are published: what is drawn, and nothing that runs, asks or leads away."""
