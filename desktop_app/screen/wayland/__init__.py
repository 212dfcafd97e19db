"""The screen of a Wayland desktop, by its portal: looked at, never touched.

Looking only, on purpose: under Wayland no program hears of the user's own mouse and keys, so that neither their hand
could win over a technician's nor their Escape be noticed; and no window of ours can be put where somebody points.
"""
