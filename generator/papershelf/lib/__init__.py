"""Small general tools: digests, text, files, XML, strict YAML. Nothing here knows about papers."""
