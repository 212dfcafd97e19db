"""Speaking HTTP with one help desk: certificates, proxies, deadlines, and what an answer really is."""

import logging

logging.getLogger("urllib3").setLevel(logging.ERROR)  # what it warns of is told as a SupportError, in words
