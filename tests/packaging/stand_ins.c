/* Stands in for four libraries of Windows that Wine 8 lacks or has in part, so that what we make for Windows starts
 * there. For tests under Wine only: Windows has the real ones. Built once for each name (-DICUUC, -DMSCMS, -DRADIO, -DRANDOM). */
#include <windows.h>
#define EXPORT __declspec(dllexport)

#ifdef ICUUC
/* What Qt takes from the system to convert character sets. None can be opened: Qt then uses its own. */
#define UNSUPPORTED 16
#define FAILS(name) EXPORT void *name(void *a, void *b, void *c, void *d, void *e, int *error) { return 0; }
EXPORT void *ucnv_open(const char *name, int *error) { if (error) *error = UNSUPPORTED; return 0; }
EXPORT void ucnv_close(void *converter) {}
EXPORT void ucnv_reset(void *converter) {}
EXPORT signed char ucnv_getMaxCharSize(void *converter) { return 1; }
EXPORT int ucnv_countAvailable(void) { return 0; }
EXPORT const char *ucnv_getAvailableName(int number) { return 0; }
FAILS(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
FAILS(UCNV_TO_U_CALLBACK_SUBSTITUTE)
FAILS(ucnv_getName)
FAILS(ucnv_getStandardName)
FAILS(ucnv_getToUCallBack)
FAILS(ucnv_getFromUCallBack)
FAILS(ucnv_setToUCallBack)
FAILS(ucnv_setFromUCallBack)
FAILS(ucnv_cbToUWriteUChars)
FAILS(ucnv_cbFromUWriteUChars)
FAILS(ucnv_toUnicode)
FAILS(ucnv_fromUnicode)
FAILS(ucnv_toUCountPending)
FAILS(ucnv_fromUCountPending)
#endif

#ifdef MSCMS
/* Qt asks for the colour profile of each screen; Wine ends the program. There is none. */
EXPORT HANDLE WINAPI WcsCreateIccProfile(HANDLE profile, DWORD options) { return 0; }
EXPORT HANDLE WINAPI OpenColorProfileW(void *profile, DWORD access, DWORD share, DWORD mode) { return 0; }
EXPORT BOOL WINAPI CloseColorProfile(HANDLE profile) { return TRUE; }
EXPORT BOOL WINAPI GetColorProfileFromHandle(HANDLE profile, void *buffer, void *size) { return FALSE; }
#endif

#ifdef RANDOM
/* Where libraries written in Rust take their random bytes from. */
BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length); /* RtlGenRandom */
EXPORT BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length) { return SystemFunction036(buffer, (ULONG)length); }
#endif

#ifdef RADIO
/* No Bluetooth in this computer. Wine ends the program that asks. */
EXPORT HANDLE WINAPI BluetoothFindFirstRadio(void *wanted, HANDLE *radio) { SetLastError(ERROR_NO_MORE_ITEMS); return 0; }
EXPORT BOOL WINAPI BluetoothFindRadioClose(HANDLE search) { return TRUE; }
EXPORT HANDLE WINAPI BluetoothFindFirstDevice(void *wanted, void *device) { SetLastError(ERROR_NO_MORE_ITEMS); return 0; }
EXPORT BOOL WINAPI BluetoothFindNextDevice(HANDLE search, void *device) { return FALSE; }
EXPORT BOOL WINAPI BluetoothFindDeviceClose(HANDLE search) { return TRUE; }
#endif
