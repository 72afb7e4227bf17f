"""What all tests share: properties are tried on the same examples in every run, so that no run fails by chance."""

from hypothesis import settings

settings.register_profile("the same in every run", derandomize=True, deadline=None)
settings.load_profile("the same in every run")
