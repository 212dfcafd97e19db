"""Programs that let somebody else see or use this computer: the name people know, and those of their processes."""

from collections.abc import Mapping

REMOTE_TOOLS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "aeroadmin": ("AeroAdmin", ("aeroadmin",)),
    "ammyy": ("Ammyy Admin", ("aa_v3", "ammyy_admin")),
    "anydesk": ("AnyDesk", ("anydesk",)),
    "anyviewer": ("AnyViewer", ("anyviewer", "rcclient")),
    "atera": ("Atera", ("ateraagent",)),
    "beyondtrust": ("BeyondTrust", ("bomgar-scc", "bomgar-rdp")),
    "chrome_remote": (
        "Chrome Remote Desktop",
        ("remoting_host", "remote_assistance_host", "chrome-remote-desktop-host"),
    ),
    "distant_desktop": ("Distant Desktop", ("ddsystem", "distant-desktop")),
    "dwservice": ("DWService", ("dwagent", "dwagsvc", "dwaglnc")),
    "getscreen": ("Getscreen", ("getscreen",)),
    "gotoassist": ("GoTo", ("g2ax_comm_customer", "goto-resolve", "gotoassist", "g2comm")),
    "hoptodesk": ("HopToDesk", ("hoptodesk",)),
    "iperius": ("Iperius Remote", ("iperiusremote",)),
    "krfb": ("Krfb", ("krfb",)),
    "logmein": ("LogMeIn", ("logmein", "lmiguardiansvc", "lmi_rescue", "logmeinrescue")),
    "meshagent": ("MeshCentral", ("meshagent", "meshagent64", "meshagent32")),
    "msra": ("Windows Remote Assistance", ("msra",)),
    "netsupport": ("NetSupport", ("client32",)),
    "nomachine": ("NoMachine", ("nxserver.bin", "nxnode.bin", "nxplayer.bin", "nxd")),
    "parsec": ("Parsec", ("parsecd",)),
    "quickassist": ("Quick Assist", ("quickassist",)),
    "remotepc": ("RemotePC", ("remotepcservice", "rpcsuite", "remotepchost")),
    "remoteutilities": ("Remote Utilities", ("rutserv", "rfusclient")),
    "rustdesk": ("RustDesk", ("rustdesk",)),
    "screenconnect": (
        "ScreenConnect",
        ("screenconnect.clientservice", "screenconnect.windowsclient", "connectwisecontrol"),
    ),
    "showmypc": ("ShowMyPC", ("showmypc",)),
    "splashtop": ("Splashtop", ("srserver", "strwinclt", "splashtop-streamer", "srmanager")),
    "supremo": ("Supremo", ("supremo", "supremosystem", "supremohelper")),
    "tacticalrmm": ("Tactical RMM", ("tacticalrmm",)),
    "teamviewer": (
        "TeamViewer",
        ("teamviewer", "teamviewer_desktop", "teamviewerd", "teamviewer_service", "teamviewer_host"),
    ),
    "ultraviewer": ("UltraViewer", ("ultraviewer_desktop", "ultraviewer_service")),
    "vino": ("Vino", ("vino-server",)),
    "vnc": (
        "VNC",
        (
            *("x11vnc", "x0vncserver", "x0tigervncserver", "xtigervnc", "xvnc", "winvnc", "winvnc4", "tvnserver"),
            *("vncserver", "vncserver-x11", "vncserver-x11-serviced", "vncagent", "wayvnc"),
        ),
    ),
    "zohoassist": ("Zoho Assist", ("zohomeeting", "zaservice", "zohotray", "agent_ui")),
}
