"""Speaking HTTP with one help desk: certificates, proxies, deadlines, and what an answer really is."""
