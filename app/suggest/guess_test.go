package suggest_test

import (
	"testing"

	"glossator/app/suggest"
)

// TestDetails checks single fields; for dates the ISO form is compared.
func TestDetails(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ language, label, text, field, want string }{
		{"en", "commitment", "The ministry will open three new shelters by the end of the year.", "actor", "The ministry"},
		{"en", "commitment", "The ministry will open three new shelters by the end of the year.", "actor_type", "ministry"},
		{"en", "commitment", "The ministry will open three new shelters by the end of the year.", "action", "open three new shelters"},
		{"en", "commitment", "The ministry will open three new shelters by the end of the year.", "deadline", "../2024"},
		{"en", "commitment", "The ministry will open three new shelters by the end of the year.", "target_value", "three"},
		{"en", "commitment", "The ministry will open three new shelters by the end of the year.", "action_level", "specific"},
		{"en", "commitment", "The ministry will open three new shelters by the end of the year.", "review_on", "2024-12-31"},
		{"en", "commitment", "The state will not extradite persons who face torture.", "kind", "refrain"},
		{"en", "commitment", "By 2030 the country aims to halve the number of early marriages.", "kind", "outcome"},
		{"en", "commitment", "By 2030 the country aims to halve the number of early marriages.", "actor", "the country"},
		{"en", "commitment", "The minister said a hotline would be launched in all regions this spring.", "actor", "The minister"},
		{"en", "commitment", "The government undertakes to submit its report within six months.", "deadline", "2024-06-06/2024-12-06"},
		{"en", "commitment", "The government will add 50 shelter places to the existing 120 by 2026.", "baseline", "120"},
		{"en", "commitment", "The government will add 50 shelter places to the existing 120 by 2026.", "target_value", "50"},
		{"en", "commitment", "The ministry will continue its training, subject to funding.", "condition", "subject to funding"},
		{"en", "commitment", "The council adopted a roadmap on 3 June.", "actor", "The council"},
		{"en", "commitment", "The law introducing a 30 percent quota was signed on April 15.", "instrument", "law_or_decree"},
		{"en", "commitment", "The law introducing a 30 percent quota was signed on April 15.", "status_on", "2024-04-15"},
		{"en", "statistic", "According to the statistics agency, women earn 22 percent less than men on average.", "source", "the statistics agency"},
		{"en", "statistic", "According to the statistics agency, women earn 22 percent less than men.", "source_type", "official_statistics"},
		{"en", "statistic", "According to the statistics agency, women earn 22 percent less than men.", "comparison_with", "men"},
		{"en", "statistic", "The programme cost 4.3 million euros between 2019 and 2022.", "unit_name", "EUR"},
		{"en", "statistic", "The programme cost 4.3 million euros between 2019 and 2022.", "period", "2019/2022"},
		{"en", "statistic", "Women hold 27 of the 107 seats in the lower chamber.", "value", "27"},
		{"en", "statistic", "Women hold 27 of the 107 seats in the lower chamber.", "part_of", "2"},
		{"en", "statistic", "At least 28 protesters were detained on Saturday.", "bound", "at_least"},
		{"en", "statistic", "At least 28 protesters were detained on Saturday.", "period", "2024-06-01"},
		{"en", "statistic", "The number of complaints rose by 15 percent in Kazakhstan.", "direction", "up"},
		{"en", "statistic", "The number of complaints rose by 15 percent in Kazakhstan.", "place", "Kazakhstan"},
		{"en", "statistic", "The maternal mortality rate fell to 11 deaths per 100,000 live births.", "unit", "rate"},
		{"en", "statistic", "The country ranks 62nd of 146 in the index.", "measure", "rank"},
		{"en", "claim", "The opposition accused the government of hiding the report.", "speaker", "The opposition"},
		{"en", "claim", "The opposition accused the government of hiding the report.", "speaker_type", "opposition"},
		{"en", "claim", "According to the organisation, the police did not respond.", "speaker", "the organisation"},
		{"en", "claim", "“The reform has failed to protect rural women,” said Anna Bell.", "speaker", "Anna Bell"},
		{"en", "claim", "“The reform has failed to protect rural women,” said Anna Bell.", "voice", "direct_quote"},
		{"en", "claim", "Anna Bell, head of the centre, said that the law had failed.", "speaker", "Anna Bell"},
		{"en", "claim", "The head of the centre, Anna Bell, said that the law had failed.", "speaker", "Anna Bell"},
		{"en", "claim", "Deputy head of the Committee on Youth of the Ministry of Culture of the Republic of Kazakhstan Naila Mukhtarova noted that support grows.", "speaker", "Naila Mukhtarova"},
		{"en", "claim", "Deputy head of the Committee on Youth of the Ministry of Culture of the Republic of Kazakhstan Naila Mukhtarova noted that support grows.", "speaker_type", "international_body"},
		{"en", "claim", "The Ministry of Labour and Social Protection of the Population has denied it.", "speaker", "The Ministry of Labour and Social Protection of the Population"},
		{"en", "claim", "The chairman of the Islamic Development Bank denied the reports.", "speaker", "The chairman of the Islamic Development Bank"},
		{"en", "claim", "The minister, who was in the United States, said that nothing had changed.", "speaker", "The minister"},
		{"en", "statistic", "According to the interior ministry over 345 people have been killed on the roads.", "source", "the interior ministry"},
		{"en", "commitment", "The agency will publish the data in full, and such data will be free.", "action", "publish the data in full"},
		{"en", "claim", "Under the current law, victims may be questioned only with a psychologist.", "claim_type", "rule_in_force"},
		{"en", "claim", "The reform has failed to protect rural women.", "voice", "outlet"},
		{"ru", "commitment", "Министерство откроет три новых приюта до конца года.", "actor", "Министерство"},
		{"ru", "commitment", "Министерство откроет три новых приюта до конца года.", "deadline", "../2024"},
		{"ru", "statistic", "С начала года помощь получили 192 жертвы торговли людьми.", "period", "2024-01-01/2024-06-06"},
		{"ru", "statistic", "По данным полиции, число жалоб выросло на 15 процентов.", "source", "полиции"},
		{"ru", "statistic", "По данным переписи населения здесь проживали 689 человек.", "source", "переписи населения"},
		{"ru", "claim", "Заместитель председателя комитета по делам молодежи Наиля Мухтарова отметила, что поддержка растет.", "speaker", "Наиля Мухтарова"},
		{"ru", "claim", "По словам министра, закон не работает.", "speaker", "министра"},
		{"kk", "statistic", "Жыл басынан бері 192 адам көмек алды.", "value", "192"},
		{"kk", "claim", "Министрдің айтуынша, заң жұмыс істемейді.", "speaker", "Министрдің"},
	} {
		got := ""
		for _, d := range suggest.Guess(c.label, c.text, c.language, "2024-06-06") {
			if d.Field == c.field && d.Row == 0 {
				got = d.Text
				if d.ISO != "" {
					got = d.ISO
				}
				break
			}
		}
		if got != c.want {
			t.Errorf("%s of %q: got %q, want %q", c.field, c.text, got, c.want)
		}
	}
}
