"""What layouts may see: frozen data, filled by ``pages/``, read by ``layouts/`` and ``render/``."""
