package dateparser

import (
	"strings"
	"time"
)

// months are the names of the months in lower case, in the forms in which
// dates have them.
var months = table(
	"january jan января январь янв қаңтар қаң січня januar januari janvier enero gennaio janeiro stycznia ocak",
	"february feb февраля февраль фев ақпан ақп лютого februar februari février febrero febbraio fevereiro lutego şubat",
	"march mar марта март мар наурыз нау березня märz maart mars marzo março marca mart",
	"april apr апреля апрель апр сәуір сәу квітня avril abril aprile kwietnia nisan",
	"may мая май мамыр мам травня mai mei mayo maggio maio maja mayıs",
	"june jun июня июнь июн маусым мау червня juni juin junio giugno junho czerwca haziran",
	"july jul июля июль июл шілде шіл липня juli juillet julio luglio julho lipca temmuz",
	"august aug августа август авг тамыз там серпня augustus août agosto sierpnia ağustos",
	"september sep sept сентября сентябрь сен сент қыркүйек қыр вересня septembre septiembre settembre setembro września eylül",
	"october oct октября октябрь окт қазан қаз жовтня oktober octobre octubre ottobre outubro października ekim",
	"november nov ноября ноябрь ноя қараша қар листопада novembre noviembre novembro listopada kasım",
	"december dec декабря декабрь дек желтоқсан жел грудня dezember décembre diciembre dicembre dezembro grudnia aralık",
)

func table(lines ...string) map[string]time.Month {
	names := map[string]time.Month{}
	for i, line := range lines {
		for _, name := range strings.Fields(line) {
			names[name] = time.Month(i + 1)
		}
	}
	return names
}
