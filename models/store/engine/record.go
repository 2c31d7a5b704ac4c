package engine

import (
	"encoding/binary"
	"math"
)

// Kind is the storage class of a value.
type Kind byte

// The storage classes of SQLite.
const (
	Null Kind = iota
	Integer
	Real
	Text
	Blob
)

// Value is one value of a row as it stands on its page. Of a long text or blob
// only what lies on that page is there.
type Value struct {
	Kind    Kind
	Integer int64
	Text    string // of a text
}

// varint reads a number of one to nine bytes and returns its length, 0 when
// the bytes end before it (SQLite, "Database File Format", 1.6).
func varint(raw []byte) (value uint64, length int) {
	const (
		longest = 9
		group   = 7
		more    = 0x80
	)
	for i, b := range raw {
		if i == longest-1 {
			return value<<8 | uint64(b), longest
		}
		value = value<<group | uint64(b&^more)
		if b&more == 0 {
			return value, i + 1
		}
	}
	return 0, 0
}

// parseRecord reads the values of a row from as much of its payload as there
// is; false when that is no row ("Database File Format", 2.1).
func parseRecord(payload []byte) ([]Value, bool) {
	size, n := varint(payload)
	if n == 0 || size < uint64(n) || size > uint64(len(payload)) { //nolint:gosec // a length of 1 to 9
		return nil, false
	}
	header, body := payload[n:size], payload[size:]
	var row []Value
	for len(header) > 0 {
		class, n := varint(header)
		if n == 0 {
			return nil, false
		}
		header = header[n:]
		value, length, ok := parseValue(class, body)
		if !ok {
			return nil, false
		}
		row = append(row, value)
		body = body[min(length, uint64(len(body))):]
	}
	return row, true
}

// integerLengths are the bytes of the serial types 0 to 9; negative: none such.
var integerLengths = [...]int{0, 1, 2, 3, 4, 6, 8, 8, 0, 0} //nolint:mnd // the format's own table

// The serial types that are no plain integers.
const (
	typeReal  = 7
	typeZero  = 8
	typeOne   = 9
	typeBlob  = 12
	byteWidth = 8 // bits
)

// parseValue reads a value of a serial type from the start of the bytes, which
// may end before it.
func parseValue(class uint64, body []byte) (value Value, length uint64, ok bool) {
	switch {
	case class == 0:
		return Value{Kind: Null}, 0, true
	case class == typeZero, class == typeOne:
		return Value{Kind: Integer, Integer: int64(class - typeZero)}, 0, true
	case class < uint64(len(integerLengths)):
		length = uint64(integerLengths[class]) //nolint:gosec // a small table
		if length > uint64(len(body)) {
			return Value{}, 0, false
		}
		if class == typeReal {
			return Value{Kind: Real}, length, true
		}
		return Value{Kind: Integer, Integer: bigEndian(body[:length])}, length, true
	case class < typeBlob:
		return Value{}, 0, false // reserved
	}
	length = (class - typeBlob) / 2 //nolint:mnd // even: blob, odd: text
	if class%2 == 0 {
		return Value{Kind: Blob}, length, true
	}
	return Value{Kind: Text, Text: string(body[:min(length, uint64(len(body)))])}, length, true
}

// bigEndian reads a signed number of so many bytes.
func bigEndian(raw []byte) int64 {
	var full [byteWidth]byte
	if len(raw) > 0 && raw[0]&0x80 != 0 {
		for i := range full {
			full[i] = math.MaxUint8
		}
	}
	copy(full[len(full)-len(raw):], raw)
	return int64(binary.BigEndian.Uint64(full[:])) //nolint:gosec // two's complement on both sides
}
