package ingest_test

import (
	"strings"
	"testing"

	"glossator/app/ingest"
)

func BenchmarkReadReport(b *testing.B) {
	data := []byte("Shelter opens\n\nBy Ana Lind\n06.06.2024 10:42 1914\n\n" +
		strings.Repeat("The town opened a shelter on Monday, and the mayor said that two more would follow.\n\n", 60) +
		"Subscribe to our Telegram channel!")
	benchmarkRead(b, data)
}

// A book of 20 MB in lines of 300 bytes.
func BenchmarkReadBook(b *testing.B) {
	benchmarkRead(b, []byte(strings.Repeat(strings.Repeat("The town opened it. Город открыл. ", 6)+"\n", 80_000)))
}

func benchmarkRead(b *testing.B, data []byte) {
	b.Helper()
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ingest.Read("bench.txt", data); err != nil {
			b.Fatal(err)
		}
	}
}
