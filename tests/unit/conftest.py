"""Made-up examples are the same each time, and however long one takes is nobody's fault: a processor has other work."""

from hypothesis import HealthCheck, settings

settings.register_profile("steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")
