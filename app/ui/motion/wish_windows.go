package motion

import (
	"context"
	"syscall"
	"unsafe"
)

// getAnimation is SPI_GETCLIENTAREAANIMATION of SystemParametersInfo, see
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-systemparametersinfow
const getAnimation = 0x1042

// Unwanted reports whether the desktop asks programs for no animation
// ("Animation effects" in the settings of Windows).
func Unwanted(context.Context) bool {
	ask := syscall.NewLazyDLL("user32.dll").NewProc("SystemParametersInfoW")
	if ask.Find() != nil {
		return false
	}
	shown := int32(1)
	answered, _, _ := ask.Call(getAnimation, 0, uintptr(unsafe.Pointer(&shown)), 0) //nolint:gosec // the call writes one BOOL
	return answered != 0 && shown == 0
}
