package ingest_test

import (
	"slices"
	"strings"
	"testing"

	"glossator/app/ingest"
	"glossator/models"
)

func paste(t *testing.T, text string) models.Document {
	t.Helper()
	doc, err := ingest.Paste(text)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// outline writes a block as "kind: text", with an exclamation mark for
// boilerplate and a bar for the line break of a wrap.
func outline(doc models.Document) []string {
	text := []rune(doc.Text)
	var lines []string
	for _, block := range doc.Blocks {
		kind := string(block.Kind)
		if block.Boilerplate {
			kind += "!"
		}
		body := strings.ReplaceAll(string(text[block.StartOff:block.EndOff]), "\n", "|")
		lines = append(lines, kind+": "+body)
	}
	return lines
}

func TestStructure(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name string
		text string
		want []string
	}{
		{
			"title, subtitle, author, date",
			"Town opens a shelter\n\nIt is the third one this year\n\nBy Ana Lind\n6 June 2024\n\nThe town opened a shelter on Monday.",
			[]string{
				"title: Town opens a shelter", "subtitle: It is the third one this year",
				"byline: By Ana Lind", "byline: 6 June 2024", "paragraph: The town opened a shelter on Monday.",
			},
		},
		{
			"name alone above the date",
			"Town opens a shelter\nAna Lind\n06.06.2024\nThe town opened a shelter.",
			[]string{"title: Town opens a shelter", "byline: Ana Lind", "byline: 06.06.2024", "paragraph: The town opened a shelter."},
		},
		{
			"one passage is body",
			"We will open three shelters this year",
			[]string{"paragraph: We will open three shelters this year"},
		},
		{
			"a first sentence is no title",
			"The town opened a shelter.\n\nIt has ten places.",
			[]string{"paragraph: The town opened a shelter.", "paragraph: It has ten places."},
		},
		{
			"a date above the title",
			"06.06.2024\nElection of 6 June 2024 was free\nThe vote was calm.",
			[]string{"byline: 06.06.2024", "title: Election of 6 June 2024 was free", "paragraph: The vote was calm."},
		},
		{
			"one line, one paragraph without empty lines",
			"Shelters\nThe town opened one.\nThe county closed two.",
			[]string{"title: Shelters", "paragraph: The town opened one.", "paragraph: The county closed two."},
		},
		{
			"headings and lists",
			"Plan adopted\n\nThe plan has two parts:\n- open shelters\n- train officers\n\nWhat comes next\n\nThe ministry reports in May.\n\n1. First\n2) Second\n• Third",
			[]string{
				"title: Plan adopted", "paragraph: The plan has two parts:", "list_item: - open shelters", "list_item: - train officers",
				"heading: What comes next", "paragraph: The ministry reports in May.",
				"list_item: 1. First", "list_item: 2) Second", "list_item: • Third",
			},
		},
		{
			"dialogue is no list",
			"Беседа о плане\n\n— Когда откроют приют?\n\n— Мы откроем его в мае.",
			[]string{"title: Беседа о плане", "paragraph: — Когда откроют приют?", "paragraph: — Мы откроем его в мае."},
		},
		{
			"quotes",
			"Shelter opens\n\nThe mayor spoke.\n\n“We will open two more.”\n\n“We will,” she said, “open more.”\n\n> Two more in May.",
			[]string{
				"title: Shelter opens", "paragraph: The mayor spoke.", "quote: “We will open two more.”",
				"paragraph: “We will,” she said, “open more.”", "quote: > Two more in May.",
			},
		},
		{
			"what stands around an article",
			"Shelter opens\n\nThe town opened a shelter.\n\nRead also: Two more shelters\nФото: Пресс-служба\n\nIt has ten places.\n\n***\n\nShelter opens\nПодписывайтесь на наш Telegram-канал!\nShare\n© 2024 The Town Crier",
			[]string{
				"title: Shelter opens", "paragraph: The town opened a shelter.", "paragraph!: Read also: Two more shelters",
				"byline: Фото: Пресс-служба", "paragraph: It has ten places.", "paragraph!: ***", "title!: Shelter opens",
				"paragraph!: Подписывайтесь на наш Telegram-канал!", "paragraph!: Share", "paragraph!: © 2024 The Town Crier",
			},
		},
		{
			"sentences that only sound like it",
			"Channel law\n\nCitizens may subscribe to a Telegram channel of the court.\n\nBy 2030 the ministry will open ten shelters.\n\nRelated claims were made before.",
			[]string{
				"title: Channel law", "paragraph: Citizens may subscribe to a Telegram channel of the court.",
				"paragraph: By 2030 the ministry will open ten shelters.", "paragraph: Related claims were made before.",
			},
		},
		{
			"white space at the ends stays outside",
			"\n\n \u00A0Title here \n\n\u200B  The text.\t\n",
			[]string{"title: Title here", "paragraph: The text."},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := outline(paste(t, c.text)); !slices.Equal(got, c.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

func TestHardWraps(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name string
		text string
		want []string
	}{
		{
			"with empty lines",
			"Town opens a shelter\n\nThe town opened a shelter on Monday, and the\nmayor said that two more would follow before\nthe end of the year.\n\nThe county has promised to pay for half of\nthem.",
			[]string{
				"title: Town opens a shelter",
				"paragraph: The town opened a shelter on Monday, and the|mayor said that two more would follow before|the end of the year.",
				"paragraph: The county has promised to pay for half of|them.",
			},
		},
		{
			"with indents and without empty lines",
			"    The town opened a shelter on Monday, and\nthe mayor said that two more would follow\nbefore the end of the year.\n    The county has promised to pay for half\nof them, as it did before.",
			[]string{
				"paragraph: The town opened a shelter on Monday, and|the mayor said that two more would follow|before the end of the year.",
				"paragraph: The county has promised to pay for half|of them, as it did before.",
			},
		},
		{
			"headlines of one length are not wrapped",
			"Town opens the third shelter of this year\nCounty opens a second court for this town\nMayor opens the newest school of the town",
			[]string{
				"title: Town opens the third shelter of this year",
				"paragraph: County opens a second court for this town",
				"paragraph: Mayor opens the newest school of the town",
			},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := outline(paste(t, c.text)); !slices.Equal(got, c.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
	doc := paste(t, cases[0].text)
	if got := ingest.Extract(doc).Paragraphs[2].Text; got != "The county has promised to pay for half of them." {
		t.Errorf("the extraction keeps the wrap: %q", got)
	}
}

func TestStandInTitle(t *testing.T) {
	t.Parallel()
	const body = "The town opened a shelter for women and for children on Monday, the mayor said, and two more will follow.\n\nIt has ten places."
	cases := map[string]string{
		"town-opens_a shelter.txt": "town opens a shelter",
		"scan0042.txt":             "The town opened a shelter for women and for children on Monday, the mayor said…",
		"d-en-2.txt":               "The town opened a shelter for women and for children on Monday, the mayor said…",
		"":                         "The town opened a shelter for women and for children on Monday, the mayor said…",
	}
	for name, want := range cases {
		doc, err := ingest.Read(name, []byte(body))
		if err != nil {
			t.Fatal(err)
		}
		if doc.Title != want || doc.Name != name {
			t.Errorf("%q: title %q, name %q", name, doc.Title, doc.Name)
		}
	}
}
