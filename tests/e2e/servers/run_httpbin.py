"""Serves httpbin on the port given, without a line for each request.

It is silent because Playwright shows what its servers write on standard error.
"""

import logging
import sys

for name in ("httpbin.core", "werkzeug"):
    logging.getLogger(name).setLevel(logging.ERROR)

from httpbin import app  # It warns while it loads.

app.run(host="127.0.0.1", port=int(sys.argv[1]), threaded=True)
