"""The archive as frozen data: records, people, venues, taxonomies, the site, the outputs. No I/O here."""
