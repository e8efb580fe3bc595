"""The search index: documents in, the files below `search/` out; and a plain reference of the ranking."""

import os

# No linear algebra is done here, and idle threads of numpy's library for it would take a tenth of a small build.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
