"""What Windows is asked about its network, in PowerShell. Values come in the environment."""

MARK = "=next="

LOOK = (
    "@{cards=@(Get-NetAdapter -Physical | Select-Object Name,ifIndex,Status,@{n='Speed';e={$_.ReceiveLinkSpeed}},"
    "@{n='Medium';e={\"$($_.NdisPhysicalMedium)\"}}); "
    "addresses=@(Get-NetIPAddress -ErrorAction SilentlyContinue | "
    "Select-Object InterfaceIndex,IPAddress,@{n='State';e={\"$($_.AddressState)\"}}); "
    "ways=@(Get-NetRoute -DestinationPrefix '0.0.0.0/0','::/0' -ErrorAction SilentlyContinue | "
    "Select-Object InterfaceIndex,NextHop,RouteMetric); "
    "ends=@(Get-NetIPInterface -AddressFamily IPv4 -ErrorAction SilentlyContinue | "
    "Select-Object InterfaceIndex,NlMtu,@{n='Dhcp';e={\"$($_.Dhcp)\"}}); "
    "profiles=@(Get-NetConnectionProfile -ErrorAction SilentlyContinue | Select-Object InterfaceIndex,Name)} | "
    "ConvertTo-Json -Depth 4 -Compress"
)

# Windows.Devices.Radios and Windows.Networking.Connectivity, as documented for desktop programs
_AWAIT = (
    "Add-Type -AssemblyName System.Runtime.WindowsRuntime; "
    "$task=([System.WindowsRuntimeSystemExtensions].GetMethods() | Where-Object { $_.Name -eq 'AsTask' -and "
    "$_.GetParameters().Count -eq 1 -and $_.GetParameters()[0].ParameterType.Name -eq 'IAsyncOperation`1' })[0]; "
    "function Await($o,$t) { $w=$task.MakeGenericMethod($t).Invoke($null,@($o)); [void]$w.Wait(10000); $w.Result }; "
)
_RADIO = (
    _AWAIT + "[void][Windows.Devices.Radios.Radio,Windows.System.Devices,ContentType=WindowsRuntime]; "
    "$all=Await ([Windows.Devices.Radios.Radio]::GetRadiosAsync()) "
    "([System.Collections.Generic.IReadOnlyList[Windows.Devices.Radios.Radio]]); "
    "$wifi=$all | Where-Object { \"$($_.Kind)\" -eq 'WiFi' } | Select-Object -First 1; "
)
RADIO = _RADIO + 'if ($wifi) { "$($wifi.State)" }'
SET_RADIO = (
    _RADIO + "[void](Await ([Windows.Devices.Radios.Radio]::RequestAccessAsync()) "
    "([Windows.Devices.Radios.RadioAccessStatus])); "
    "$done=Await ($wifi.SetStateAsync($env:RESCOUSSE_RADIO)) ([Windows.Devices.Radios.RadioAccessStatus]); "
    'if ("$done" -ne \'Allowed\') { throw "$done" }'
)
OUTSIDE = (
    "$p=[Windows.Networking.Connectivity.NetworkInformation,Windows.Networking.Connectivity,ContentType=WindowsRuntime]"
    "::GetInternetConnectionProfile(); if ($p) { "
    '@{level="$($p.GetNetworkConnectivityLevel())"; cost="$($p.GetConnectionCost().NetworkCostType)"} | '
    "ConvertTo-Json -Compress }"
)
NEIGHBOUR = (
    "Get-NetNeighbor -IPAddress $env:RESCOUSSE_HOST -ErrorAction SilentlyContinue | Select-Object -First 1 | "
    'ForEach-Object { "$($_.State)" }'
)
RESOLVE = (
    "Resolve-DnsName -Name $env:RESCOUSSE_HOST -QuickTimeout -ErrorAction SilentlyContinue | "
    "Select-Object -First 1 | ForEach-Object { 'found' }"
)
CALL = (
    "$p=New-Object Net.NetworkInformation.Ping; $o=New-Object Net.NetworkInformation.PingOptions 64,$true; "
    "$b=New-Object byte[] ([int]$env:RESCOUSSE_LOAD); 1..([int]$env:RESCOUSSE_CALLS) | ForEach-Object { "
    '$r=$p.Send($env:RESCOUSSE_HOST,1000,$b,$o); "$($r.Status) $($r.RoundtripTime)"; Start-Sleep -Milliseconds 100 }'
)
WIRELESS = f"; '{MARK}'; ".join(f"netsh wlan show {what}" for what in ("interfaces", "profiles", "networks mode=bssid"))

_WAIT = (
    "foreach ($i in 1..20) { if (Get-NetIPAddress -InterfaceAlias $env:RESCOUSSE_CARD -AddressFamily IPv4 "
    "-AddressState Preferred -ErrorAction SilentlyContinue | Where-Object IPAddress -NotLike '169.254.*') "
    "{ 'joined'; break }; Start-Sleep 1 }"
)
JOIN = (
    '[void](netsh wlan disconnect interface="$env:RESCOUSSE_CARD"); '
    '[void](netsh wlan connect name="$env:RESCOUSSE_PROFILE" interface="$env:RESCOUSSE_CARD"); Start-Sleep 2; ' + _WAIT
)
LEAVE = '[void](netsh wlan disconnect interface="$env:RESCOUSSE_CARD")'
RENEW = "[void](ipconfig /renew \"$env:RESCOUSSE_CARD\"); 'done'"
ENABLE = "Get-NetAdapter -Physical | Enable-NetAdapter -Confirm:$false"
DISABLE = "Get-NetAdapter -Physical | Disable-NetAdapter -Confirm:$false"

READ = {
    "address": (
        "$c=Get-NetAdapter -Name $env:RESCOUSSE_CARD; $i=$c.ifIndex; "
        "$end=Get-NetIPInterface -InterfaceIndex $i -AddressFamily IPv4; "
        "$a=Get-NetIPAddress -InterfaceIndex $i -AddressFamily IPv4 -PrefixOrigin Manual "
        "-ErrorAction SilentlyContinue | Select-Object -First 1; "
        "$w=Get-NetRoute -InterfaceIndex $i -DestinationPrefix 0.0.0.0/0 -ErrorAction SilentlyContinue | "
        "Select-Object -First 1; "
        "$k='HKLM:\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\\Interfaces\\'+$c.InterfaceGuid; "
        "$n=(Get-ItemProperty -Path $k -ErrorAction SilentlyContinue).NameServer; "
        "$fixed=\"$($end.Dhcp)\" -eq 'Disabled'; "
        "@{source=if ($fixed) {'static'} else {'dhcp'}; "
        "address=if ($fixed -and $a) {\"$($a.IPAddress)/$($a.PrefixLength)\"} else {''}; "
        "gateway=if ($fixed -and $w) {$w.NextHop} else {''}; dns=\"$n\"} | ConvertTo-Json -Compress"
    ),
    "packet": (
        '@{mtu="$((Get-NetIPInterface -InterfaceAlias $env:RESCOUSSE_CARD -AddressFamily IPv4).NlMtu)"} | '
        "ConvertTo-Json -Compress"
    ),
}
WRITE = {
    "address": (
        "$n='name='+$env:RESCOUSSE_CARD; if ($env:RESCOUSSE_SOURCE -eq 'dhcp') { "
        "[void](netsh interface ipv4 set address $n source=dhcp) } else { "
        "$way=if ($env:RESCOUSSE_GATEWAY) {$env:RESCOUSSE_GATEWAY} else {'none'}; "
        "[void](netsh interface ipv4 set address $n source=static address=$env:RESCOUSSE_ADDRESS gateway=$way) }; "
        "$dns=\"$env:RESCOUSSE_DNS\" -split '[ ,]+' -ne ''; "
        "if ($dns) { Set-DnsClientServerAddress -InterfaceAlias $env:RESCOUSSE_CARD -ServerAddresses $dns } "
        "else { Set-DnsClientServerAddress -InterfaceAlias $env:RESCOUSSE_CARD -ResetServerAddresses }"
    ),
    "packet": (
        "Set-NetIPInterface -InterfaceAlias $env:RESCOUSSE_CARD -AddressFamily IPv4 "
        "-NlMtuBytes ([int]$env:RESCOUSSE_MTU)"
    ),
    "cost": '[void](netsh wlan set profileparameter name="$env:RESCOUSSE_PROFILE" cost="$env:RESCOUSSE_COST")',
}
