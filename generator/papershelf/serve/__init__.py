"""The preview: a loopback server that rebuilds on save and reloads the browser."""
