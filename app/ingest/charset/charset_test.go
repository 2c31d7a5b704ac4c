package charset_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"glossator/app/ingest/charset"
)

const (
	russian = "Министерство обещает открыть три приюта для женщин до конца года. По словам министра, в прошлом году помощь получили " +
		"192 семьи, и это «только начало». Суд в Астане рассмотрел жалобу и оставил решение без изменений; ещё одно дело отложено."
	ukrainian = "Міністерство обіцяє відкрити три притулки для жінок до кінця року. Її слова підтвердив мер: торік допомогу отримали " +
		"192 родини, і це лише початок. Суд у Києві розглянув скаргу й залишив рішення без змін, повідомляє пресслужба."
	belarusian = "Міністэрства абяцае адкрыць тры прытулкі для жанчын да канца года. Яе словы пацвердзіў мэр: летась дапамогу атрымалі " +
		"192 сямʼі, і гэта толькі пачатак. Суд у Мінску разгледзеў скаргу і пакінуў рашэнне без змен."
	bulgarian = "Министерството обещава да отвори три приюта за жени до края на годината. По думите на министъра миналата година " +
		"помощ са получили 192 семейства и това е само началото. Съдът разгледа жалбата и потвърди решението."
	kazakh = "Министрлік жыл соңына дейін әйелдерге арналған үш паналау орнын ашуға уәде берді. Министрдің айтуынша, былтыр көмекті " +
		"192 отбасы алған, бұл тек бастамасы ғана. Астанадағы сот шағымды қарап, шешімді өзгеріссіз қалдырды."
	german  = "Das Ministerium möchte bis Jahresende drei Häuser für Frauen eröffnen. Laut der Ministerin erhielten voriges Jahr 192 Familien Hilfe, und das sei “nur der Anfang” – größere Zahlen fänden sich im Bericht."
	french  = "Le ministère a promis d’ouvrir trois refuges avant la fin de l’année. L’année dernière, 192 familles ont été aidées, a déclaré la ministre à la télévision : « ce n’est qu’un début »."
	polish  = "Ministerstwo obiecało otworzyć trzy schroniska dla kobiet do końca roku. Według minister w ubiegłym roku pomoc otrzymały 192 rodziny, a to dopiero początek. Sąd w Łodzi oddalił skargę i utrzymał wyrok w mocy."
	greek   = "Το υπουργείο υποσχέθηκε να ανοίξει τρία καταφύγια για γυναίκες μέχρι το τέλος του έτους. Σύμφωνα με την υπουργό, πέρυσι βοηθήθηκαν 192 οικογένειες και αυτό είναι μόνο η αρχή."
	turkish = "Bakanlık yıl sonuna kadar kadınlar için üç sığınma evi açacağına söz verdi. Bakana göre geçen yıl 192 aile yardım aldı ve bu yalnızca başlangıç. Mahkeme şikâyeti görüştü, kararı değiştirmedi."
	quoted  = "The ministry said that it would “open three shelters” by June – and the mayor’s office agreed."
	chinese = "该部承诺在年底前为妇女开设三个庇护所。部长说，去年有一百九十二个家庭得到了帮助，而这只是开始。法院审理了申诉，维持原判。"
	taiwan  = "該部承諾在年底前為婦女開設三個庇護所。部長說，去年有一百九十二個家庭得到了幫助，而這只是開始。法院審理了申訴，維持原判。"
	nippon  = "省は年末までに女性のための避難所を三か所開くと約束した。大臣によると、昨年は百九十二の家族が支援を受け、これは始まりに過ぎない。"
	hangul  = "이 부처는 연말까지 여성을 위한 쉼터 세 곳을 열겠다고 약속했다. 장관에 따르면 지난해 192가구가 도움을 받았으며 이는 시작일 뿐이다."
)

// encode returns text in an encoding, without what the encoding cannot write.
func encode(tb testing.TB, table encoding.Encoding, text string) []byte {
	tb.Helper()
	var out []byte
	for _, r := range text {
		if b, err := table.NewEncoder().Bytes([]byte(string(r))); err == nil {
			out = append(out, b...)
		}
	}
	return out
}

// encodeWhole is [encode] for encodings with a state.
func encodeWhole(tb testing.TB, table encoding.Encoding, text string) []byte {
	tb.Helper()
	out, err := table.NewEncoder().Bytes([]byte(text))
	if err != nil {
		tb.Fatal(err)
	}
	return out
}

// eightBit are the encodings of one byte a character, with texts in them.
var eightBit = []struct {
	name  string
	table encoding.Encoding
	texts []string
}{
	{"windows-1251", charmap.Windows1251, []string{russian, ukrainian, belarusian, bulgarian}},
	{"koi8-r", charmap.KOI8R, []string{russian, bulgarian}},
	{"koi8-u", charmap.KOI8U, []string{russian, ukrainian}},
	{"ibm866", charmap.CodePage866, []string{russian, bulgarian}},
	{"ibm855", charmap.CodePage855, []string{russian, bulgarian}},
	{"iso-8859-5", charmap.ISO8859_5, []string{russian, ukrainian, bulgarian}},
	{"x-mac-cyrillic", charmap.MacintoshCyrillic, []string{russian, ukrainian, bulgarian}},
	{"windows-1252", charmap.Windows1252, []string{german, french, quoted}},
	{"iso-8859-1", charmap.ISO8859_1, []string{"Größere Zahlen fänden sich im Bericht über die Häuser für Frauen, so das Büro."}},
	{"iso-8859-2", charmap.ISO8859_2, []string{polish}},
	{"windows-1253", charmap.Windows1253, []string{greek}},
	{"windows-1254", charmap.Windows1254, []string{turkish}},
}

func TestEightBit(t *testing.T) {
	t.Parallel()
	for _, c := range eightBit {
		for _, text := range c.texts {
			data := encode(t, c.table, text)
			want, err := c.table.NewDecoder().Bytes(data)
			if err != nil {
				t.Fatal(err)
			}
			got, err := charset.Decode(data, "")
			if err != nil || got.Text != string(want) {
				t.Errorf("%s: read as %s, %v\n%s", c.name, got.Name, err, got.Text)
			}
		}
	}
}

func TestEastAsian(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		table encoding.Encoding
		text  string
	}{
		"gbk":         {simplifiedchinese.GBK, chinese},
		"big5":        {traditionalchinese.Big5, taiwan},
		"shift_jis":   {japanese.ShiftJIS, nippon},
		"euc-jp":      {japanese.EUCJP, nippon},
		"iso-2022-jp": {japanese.ISO2022JP, nippon},
		"euc-kr":      {korean.EUCKR, hangul},
	} {
		got, err := charset.Decode(encodeWhole(t, c.table, c.text), "")
		if err != nil || got.Text != c.text {
			t.Errorf("%s: read as %q, %v: %s", name, got.Name, err, got.Text)
		}
	}
}

// Short passages of Cyrillic text: the first words of each text.
func TestShortCyrillic(t *testing.T) {
	t.Parallel()
	all, wrong := 0, 0
	for _, c := range eightBit[:7] {
		for _, text := range c.texts {
			letters := []rune(text)
			for from := 0; from+60 <= len(letters); from += 20 {
				passage := string(letters[from : from+60])
				all++
				got, err := charset.Decode(encode(t, c.table, passage), "")
				want, decodeErr := c.table.NewDecoder().Bytes(encode(t, c.table, passage))
				if decodeErr != nil {
					t.Fatal(decodeErr)
				}
				if err != nil || got.Text != string(want) {
					wrong++
					t.Logf("%s: %q read as %s: %q, %v", c.name, passage, got.Name, got.Text, err)
				}
			}
		}
	}
	t.Logf("%d passages of 60 letters, %d wrong", all, wrong)
	if wrong*50 > all {
		t.Errorf("%d of %d passages are wrong", wrong, all)
	}
}

// The Kazakh standard encoding, which differs from windows-1251 in 16 places.
func TestKazakh(t *testing.T) {
	t.Parallel()
	got, err := charset.Decode(encodeKazakh(t, kazakh), "")
	if err != nil || got.Text != kazakh || got.Name != "kz-1048" {
		t.Errorf("read as %q, %v: %s", got.Name, err, got.Text)
	}
}

func encodeKazakh(t *testing.T, text string) []byte {
	t.Helper()
	places := map[rune]byte{
		'Қ': 0x8D, 'Һ': 0x8E, 'қ': 0x9D, 'һ': 0x9E, 'Ұ': 0xA1, 'ұ': 0xA2, 'Ә': 0xA3, 'Ө': 0xA5, 'Ғ': 0xAA, 'Ү': 0xAF,
		'І': 0xB2, 'і': 0xB3, 'ө': 0xB4, 'ғ': 0xBA, 'ә': 0xBC, 'Ң': 0xBD, 'ң': 0xBE, 'ү': 0xBF,
	}
	var out []byte
	for _, r := range text {
		if b, ok := places[r]; ok {
			out = append(out, b)
			continue
		}
		out = append(out, encode(t, charmap.Windows1251, string(r))...)
	}
	return out
}

func TestUnicode(t *testing.T) {
	t.Parallel()
	const text = "Әліппе 👩‍👩‍👧 שלום. " + russian
	for name, table := range map[string]encoding.Encoding{
		"utf-8":    unicode.UTF8,
		"utf-8 b":  unicode.UTF8BOM,
		"utf-16le": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le b": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
		"utf-16be": unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be b": unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
		"utf-32le": utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), "utf-32le b": utf32.UTF32(utf32.LittleEndian, utf32.UseBOM),
		"utf-32be": utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), "utf-32be b": utf32.UTF32(utf32.BigEndian, utf32.UseBOM),
	} {
		got, err := charset.Decode(encodeWhole(t, table, text), "")
		if err != nil || got.Text != text || got.Name != strings.Fields(name)[0] || got.Lost != 0 {
			t.Errorf("%s: read as %q, lost %d, %v: %s", name, got.Name, got.Lost, err, got.Text)
		}
	}
}

// A label decides between readings that are both possible, and gives way to
// bytes that say otherwise.
func TestLabels(t *testing.T) {
	t.Parallel()
	cases := []struct {
		what, label, name string
		data              []byte
		text              string
	}{
		{"right", "cp1251", "windows-1251", encode(t, charmap.Windows1251, russian), russian},
		{"UTF-8 called windows-1251", "windows-1251", "utf-8", []byte(russian), russian},
		{"windows-1251 called UTF-8", "utf-8", "windows-1251", encode(t, charmap.Windows1251, russian), russian},
		{"windows-1251 called Latin", "iso-8859-1", "windows-1251", encode(t, charmap.Windows1251, russian), russian},
		{"KOI8-R called windows-1251", "windows-1251", "", encode(t, charmap.KOI8R, bulgarian), bulgarian},
		{"windows-1252 called UTF-8", "UTF-8", "windows-1252", encode(t, charmap.Windows1252, quoted), quoted},
		{"windows-1252 called UTF-16", "utf-16", "", encode(t, charmap.Windows1252, german), german},
		{"unknown", "x-nonsense", "", encode(t, charmap.KOI8R, bulgarian), bulgarian},
		{"a single letter", "windows-1250", "windows-1250", []byte("z\xB3oty"), "złoty"},
	}
	for _, c := range cases {
		got, err := charset.Decode(c.data, c.label)
		if err != nil || got.Text != c.text || c.name != "" && got.Name != c.name {
			t.Errorf("%s: read as %q, %v: %s", c.what, got.Name, err, got.Text)
		}
	}
}

func TestUnsure(t *testing.T) {
	t.Parallel()
	for _, data := range []string{
		"caf\xC3", "a\xED\xA0\x80b", "abc \xF0\x9F\x98 def", "\x81\x8D\x8F\x90\x9D", "x\xFEy\xFFz\xF7",
		"\x99\xF3\x01\x7F\xD5\x00\xEE\x02\xA1\xB7\x05\xC8\xFF\x13\xF7\xD7\xAA",
	} {
		got, err := charset.Decode([]byte(data), "")
		if _, ok := errors.AsType[*charset.UnsureError](err); !ok {
			t.Errorf("%q was read as %s: %q", data, got.Name, got.Text)
		}
	}
}

func TestMended(t *testing.T) {
	t.Parallel()
	got, err := charset.Decode([]byte(russian[:len(russian)-1]+"\xD0"), "")
	if err != nil || got.Name != "utf-8" || got.Lost != 1 {
		t.Errorf("read as %q, lost %d, %v", got.Name, got.Lost, err)
	}
}

func TestDeclared(t *testing.T) {
	t.Parallel()
	late := strings.Repeat("<!-- a comment -->", 200)
	for page, want := range map[string]string{
		`<meta charset="windows-1251">`:                                              "windows-1251",
		`<META content="text/html; charset=koi8-r" http-equiv=Content-Type>`:         "koi8-r",
		"\xEF\xBB\xBF<?xml version=\"1.0\" encoding='ISO-8859-5'?><rss>":             "ISO-8859-5",
		late + `<meta http-equiv="Content-Type" content="text/html; charset=cp866">`: "cp866",
		"The charset=utf-8 of a text":                                                "",
	} {
		if got := charset.Declared([]byte(page)); got != want {
			t.Errorf("%.60q declares %q, want %q", page, got, want)
		}
	}
}

// FuzzDecode holds for all bytes: the text is valid, or there is an error.
func FuzzDecode(f *testing.F) {
	for _, c := range eightBit {
		f.Add(encode(f, c.table, c.texts[0]), "")
	}
	f.Add([]byte("\xFF\xFE\x00\xD8"), "utf-16")
	f.Add([]byte("\x1b$B!!"), "iso-2022-jp")
	f.Add([]byte(russian[1:]), "windows-1251")
	f.Fuzz(func(t *testing.T, data []byte, label string) {
		got, err := charset.Decode(data, label)
		if err != nil {
			return
		}
		if !utf8.ValidString(got.Text) || got.Name == "" {
			t.Errorf("%q: %q in %q", data, got.Text, got.Name)
		}
		if got.Lost == 0 && strings.Count(got.Text, "\uFFFD") > 0 && !utf8.Valid(data) && got.Name != "gb18030" &&
			!strings.HasPrefix(got.Name, "utf") {
			t.Errorf("%q: a character was lost in silence: %q in %q", data, got.Text, got.Name)
		}
	})
}

func BenchmarkDecodeRussian(b *testing.B) {
	data := []byte(strings.Repeat(string(encode(b, charmap.KOI8R, russian))+"\n", 4000))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := charset.Decode(data, ""); err != nil {
			b.Fatal(err)
		}
	}
}
