"""A golden array file for io.loupe.cli.output.NpyEmbeddings, as NumPy writes it.

python tools/golden/npy.py
"""

import numpy as np

rows = [[0, -0.0, 1, -2.5, 1 / 3], [3.4e38, -3.4e38, 1e-45, 1.17549435e-38, 16777217], [7, 8, 9, 10, 11]]
np.save("cli/src/test/resources/golden/embeddings.npy", np.array(rows, np.float32))
