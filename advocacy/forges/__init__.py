"""Ready files for the places where a site's repository can live."""
