"""Which proxy the system names for an address, as Qt knows it: Windows and macOS read PAC files too."""


def asked_of_qt(url: str) -> str:
    """`http://host:port`, or nothing. Finding and reading a PAC file may take seconds.

    A proxy that is not HTTP is none: nothing else is spoken here.
    """
    from PySide6.QtCore import QUrl
    from PySide6.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

    for proxy in QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(QUrl(url))):
        if proxy.type() == QNetworkProxy.ProxyType.HttpProxy:
            return f"http://{proxy.hostName()}:{proxy.port()}"
        if proxy.type() == QNetworkProxy.ProxyType.NoProxy:
            return ""
    return ""
