"""Loudspeakers, microphones and cameras."""
