"""From what others keep to records of an archive: identifiers looked up, collections read, one way of cleaning."""
