"""A real hand for tests: events of the server's own mouse and keyboard, not of the devices that XTEST injects with.

Run as a program, for each a connection of its own: `python real_hand.py :1 mouse|key KEYCODE`.
"""

import ctypes
import sys


def main() -> None:
    """Open the first device that is not an injector, and move it."""
    name, what, detail = sys.argv[1], sys.argv[2], int(sys.argv[3])
    xlib, xi, xtst = (ctypes.CDLL(library) for library in ("libX11.so.6", "libXi.so.6", "libXtst.so.6"))
    for function in (xlib.XOpenDisplay, xi.XOpenDevice):
        function.restype = ctypes.c_void_p
    display = ctypes.c_void_p(xlib.XOpenDisplay(name.encode()))
    device = ctypes.c_void_p(xi.XOpenDevice(display, int(sys.argv[4])))
    if what == "mouse":
        xtst.XTestFakeDeviceMotionEvent(display, device, 1, 0, (ctypes.c_int * 2)(detail, detail), 2, ctypes.c_ulong(0))
    else:
        xtst.XTestFakeDeviceKeyEvent(display, device, detail, 1, None, 0, ctypes.c_ulong(0))
        xtst.XTestFakeDeviceKeyEvent(display, device, detail, 0, None, 0, ctypes.c_ulong(0))
    xlib.XSync(display, 0)


if __name__ == "__main__":
    main()
