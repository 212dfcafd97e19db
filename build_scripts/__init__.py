"""What runs, tests, checks, measures and packages the project: plain Python, one command a file."""
