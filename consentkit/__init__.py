"""ConsentKit: consent records bound to recorded clips, sealed, timestamped and provable."""

import os

__version__ = "0.1.0"

# Many small products of matrices are computed here. The library that numpy computes them with would
# start a thread per core that wait for each other busily: a scan then took three times the time of
# the processor, and no less of the clock. It reads this once, when numpy is imported.
for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
