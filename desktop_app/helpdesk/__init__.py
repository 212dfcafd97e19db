"""The embedded help desk: a Django project, free of Qt, deployable alone."""
